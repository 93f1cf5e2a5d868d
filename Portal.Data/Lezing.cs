using System.Data;
using Npgsql;

namespace Portal.Data;

/// <summary>
/// What one request reads: one connection and one snapshot, opened by the first query, so that the parts of a page are
/// of the same moment. Queries on it run one after the other.
/// </summary>
public sealed class Lezing(NpgsqlDataSource db, Klok klok) : IAsyncDisposable
{
    private readonly bool _los;
    private NpgsqlDataSource _db = db;
    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;
    private Func<NpgsqlConnection, NpgsqlTransaction, Task>? _vooraf;

    private Lezing(NpgsqlDataSource db, bool los)
        : this(db, Klok.Systeem) => _los = los;

    /// <summary>
    /// Without a snapshot: every query opens and closes a connection of its own. For commands and tests.
    /// </summary>
    public static Lezing Los(NpgsqlDataSource db) => new(db, los: true);

    public DateOnly Vandaag => klok.Vandaag;

    /// <summary>Reads from another pool, with other limits; before the first query.</summary>
    public void Uit(NpgsqlDataSource bron) => _db = _vooraf is null ? bron : _db;

    /// <summary>
    /// Reads what would be there after <paramref name="vooraf"/>, which is done at the beginning of the snapshot and
    /// never kept: its transaction is rolled back. Before the first query.
    /// </summary>
    public void Na(NpgsqlDataSource bron, Func<NpgsqlConnection, NpgsqlTransaction, Task> vooraf) =>
        (_db, _vooraf) = (bron, vooraf);

    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken ct)
    {
        if (_los)
        {
            return _db.CreateConnection(); // closed: Dapper opens it for the query, and closes it again
        }
        if (_connection is null)
        {
            try
            {
                await BeginAsync(ct);
            }
            catch (NpgsqlException) when (_connection is not null)
            {
                await DisposeAsync();
                _db.Clear(); // those beside it are of before the restart too
                await BeginAsync(ct);
            }
        }
        return _connection!;
    }

    /// <summary>
    /// From here on PostgreSQL makes a plan for the very values of each statement. A statement that is asked often gets
    /// one plan for all values, and where a filter may be left out (<c>@X is null or …</c>) that plan takes it for
    /// given, expects one row and joins by looping.
    /// </summary>
    public async Task PlanPerVraagAsync(CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        if (_transaction is null)
        {
            return; // a connection for each statement, which is then planned by itself
        }
        await using var plan = new NpgsqlCommand("set local plan_cache_mode = force_custom_plan", connection);
        await plan.ExecuteNonQueryAsync(ct);
    }

    // Asked at once, where Npgsql would send it along with the first query: a connection of before a restart of the
    // database is then met here, where nothing was read yet, and another one can be taken.
    private async Task BeginAsync(CancellationToken ct)
    {
        _connection = await _db.OpenConnectionAsync(ct);
        _transaction = await _connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var begin = new NpgsqlCommand("select 1", _connection, _transaction);
        await begin.ExecuteNonQueryAsync(ct);
        if (_vooraf is not null)
        {
            await _vooraf(_connection, _transaction);
        }
    }

    /// <summary>Gives the connection back; a query after it begins a new snapshot.</summary>
    public async ValueTask DisposeAsync()
    {
        var (connection, transaction) = (_connection, _transaction);
        (_connection, _transaction) = (null, null);
        if (transaction is not null)
        {
            await transaction.DisposeAsync();
        }
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }
}
