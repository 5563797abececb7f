namespace BatchRunner.Sandbox.Model;

/// <summary>CoreClaw's application codes and their texts.</summary>
internal static class Codes
{
    public const int SystemError = 10000;
    public const int InvalidArgument = 11000;
    public const int NotFound = 11004;
    public const int Unauthorized = 12001;
    public const int InvalidToken = 12002;
    public const int RateLimited = 13000;
    public const int NotImplemented = 16000;
    public const int PlanLimited = 30003;
    public const int WorkerNotFound = 50001;
    public const int VersionUnavailable = 50003;
    public const int TaskNotFound = 60001;
    public const int RunNotFound = 70001;
    public const int RunFailed = 70002;

    public static string Text(int code) => code switch
    {
        SystemError => "internal server error",
        InvalidArgument => "invalid argument",
        NotFound => "not found",
        Unauthorized => "authentication required",
        InvalidToken => "invalid token",
        RateLimited => "too many requests",
        14000 => "database error",
        NotImplemented => "not implemented",
        30001 => "account balance is insufficient",
        PlanLimited => "the current running tasks have reached the plan limit",
        WorkerNotFound => "worker does not exist",
        50002 => "worker run failed",
        VersionUnavailable => "the worker version is not available",
        TaskNotFound => "task does not exist",
        RunNotFound => "run record does not exist",
        RunFailed => "run operation failed",
        _ => "error",
    };
}
