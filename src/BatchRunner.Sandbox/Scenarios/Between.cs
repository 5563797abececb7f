using System.Text.Json.Serialization;

namespace BatchRunner.Sandbox;

/// <summary>A value picked evenly from a span. In a file either a number or <c>{"min": 1, "max": 2}</c>.</summary>
[JsonConverter(typeof(BetweenConverter))]
public sealed record Between(double Min, double Max);
