using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace Portal.Web;

/// <summary>
/// What goes wrong on our side: 503 when waiting may help, as while the database is gone or full; else 500.
/// </summary>
public static partial class Storing
{
    private const int WachtSeconden = 30;

    public static void UsePortalErrors(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/fout/500",
                CreateScopeForErrors = true, // the reading of the request may be what failed
                StatusCodeSelector = Status,
                SuppressDiagnosticsCallback = fout => IsTijdelijk(fout.Exception),
            }
        );
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        app.Use(
            (context, verder) =>
            {
                if (context.Features.Get<IExceptionHandlerFeature>() is { } fout)
                {
                    if (IsTijdelijk(fout.Error))
                    {
                        LogTijdelijk(app.Logger, Pad(context), fout.Error.Message);
                        context.Response.Headers.RetryAfter = WachtSeconden.ToString(CultureInfo.InvariantCulture);
                    }
                }
                return verder(context);
            }
        );
    }

    public static int Status(Exception fout) =>
        fout switch
        {
            BadHttpRequestException verzoek => verzoek.StatusCode,
            RegexMatchTimeoutException => StatusCodes.Status400BadRequest, // a text that was made for it
            PostgresException database => VanDatabase(database.SqlState),
            // Gone, or no connection free
            NpgsqlException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static bool IsTijdelijk(Exception fout) => Status(fout) == StatusCodes.Status503ServiceUnavailable;

    // A line: while the database is gone every visitor adds one, and the place in our code says nothing.
    [LoggerMessage(Level = LogLevel.Warning, Message = "503 op {Pad}: {Reden}")]
    private static partial void LogTijdelijk(ILogger logger, string? pad, string reden);

    // Classes of PostgreSQL's own codes: no connection, not enough of something, not now, stopped by the operator or by
    // a limit of time.
    private static int VanDatabase(string sqlState) =>
        sqlState[..2] is "08" or "53" or "55" or "57"
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError;

    /// <summary>The address that was asked for, when this is the answer to an error; null when it is not.</summary>
    public static string? Pad(HttpContext context) =>
        context.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath;
}
