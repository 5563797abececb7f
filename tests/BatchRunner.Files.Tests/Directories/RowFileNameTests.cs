using System.Text;
using BatchRunner.Core.Batches;

namespace BatchRunner.Files.Tests.Directories;

public sealed class RowFileNameTests
{
    [Theory]
    [InlineData("", "T1", "csv", "7-T1.csv")]
    [InlineData("  ", "o/n", "csv", "7-o_n.csv")]
    [InlineData("my shop", "T1", ".json", "7-my_shop.json")]
    [InlineData("../../etc/passwd", "T1", "csv", "7-.._.._etc_passwd.csv")]
    [InlineData("..", "T1", "csv", "7-...csv")]
    [InlineData("a\\b:c*d?e\"f<g>h|i\nj\0k", "T1", "csv", "7-a_b_c_d_e_f_g_h_i_j_k.csv")]
    [InlineData("Zürich-2.0_x", "T1", "csv", "7-Zürich-2.0_x.csv")]
    [InlineData("😀", "T1", "csv", "7-_.csv")]
    [InlineData("x", "T1", "../csv", "7-x._csv")]
    public void A_name_is_safe_for_file_systems(string label, string id, string extension, string name)
    {
        Assert.Equal(name, RowFileName.Of(new BatchRow(7, new RunTarget.Worker(id, "{}", null)) { Label = label }, extension));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("漢")]
    public void A_long_name_is_cut(string letter)
    {
        var row = new BatchRow(1_000_000, new RunTarget.Task("T1")) { Label = string.Concat(Enumerable.Repeat(letter, 500)) };

        var bytes = Encoding.UTF8.GetByteCount(RowFileName.Of(row, "csv"));

        Assert.InRange(bytes, 100, 132);
    }
}
