using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>What was done stays written, and who may not see people does not.</summary>
public sealed class LogboekTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private Logboek Logboek => dorp.Services.GetRequiredService<Logboek>();

    [Fact]
    public async Task Many_at_once_make_one_chain_and_a_change_or_a_gap_is_found()
    {
        await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => Logboek.SchrijfAsync("wie@x.example", "proef", default, "é \"", i))
        );
        var (regels, laatste, fout) = await Logboek.VerifieerAsync(default);
        Assert.True(regels >= 40 && laatste.Length == 64 && fout is null, $"{regels} {laatste} {fout}");

        await AlsEigenaarAsync("update logboek set wat = 'iets anders' where nummer = 7");
        Assert.Equal(7, (await Logboek.VerifieerAsync(default)).Fout);
        await AlsEigenaarAsync("update logboek set wat = 'proef' where nummer = 7");
        Assert.Null((await Logboek.VerifieerAsync(default)).Fout);

        // A line that is sealed again breaks the one after it; one that is gone too
        await AlsEigenaarAsync("update logboek set hash = sha256('x') where nummer = 9");
        Assert.Equal(9, (await Logboek.VerifieerAsync(default)).Fout);
        await AlsEigenaarAsync("delete from logboek where nummer = 5");
        Assert.Equal(6, (await Logboek.VerifieerAsync(default)).Fout);
        await AlsEigenaarAsync("delete from logboek");
    }

    [Theory]
    [InlineData("update logboek set wie = 'x'")]
    [InlineData("delete from logboek")]
    [InlineData("truncate logboek")]
    public async Task The_role_of_the_staff_pages_can_only_add_and_not_even_the_owner_by_accident(string sql)
    {
        await using var bron = new BeheerBron(dorp.ConnectionString);

        var fout = await Assert.ThrowsAsync<PostgresException>(() => bron.Db.ExecuteAsync(sql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, fout.SqlState);
        fout = await Assert.ThrowsAsync<PostgresException>(() => dorp.Db.ExecuteAsync(sql));
        Assert.Equal("Het logboek kan niet worden veranderd.", fout.MessageText);
    }

    [Fact]
    public async Task What_the_writer_says_of_number_time_and_hash_does_not_count()
    {
        await using var bron = new BeheerBron(dorp.ConnectionString);
        await bron.Db.ExecuteAsync(
            "insert into logboek values (999, '2001-01-01', 'x', 'vals', null, null, '{}', '\\x00', '\\x00')"
        );

        var regel = (await Logboek.ListAsync(1, default))[0];
        Assert.Equal("vals", regel.Wat);
        Assert.True(regel.Nummer < 999 && regel.Op.Year > 2001);
    }

    [Theory]
    [InlineData("medewerker")]
    [InlineData("uitnodiging")]
    [InlineData("herstelcode")]
    [InlineData("sessie")]
    [InlineData("logboek")]
    public async Task The_public_pages_and_imports_cannot_read_of_people(string tabel)
    {
        await using var lezer = NpgsqlDataSource.Create(PortalData.AlsLezer(dorp.ConnectionString));
        foreach (var rol in new[] { lezer, dorp.Schrijver })
        {
            var fout = await Assert.ThrowsAsync<PostgresException>(() =>
                rol.QueryAsync<object>($"select * from {tabel} limit 1")
            );
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, fout.SqlState);
        }
    }

    [Fact]
    public async Task The_staff_pages_cannot_change_data()
    {
        await using var bron = new BeheerBron(dorp.ConnectionString);
        var mag = await bron.Db.QueryAsync<string>(
            """
            select table_name || ' ' || privilege_type from information_schema.table_privileges
            where grantee = 'portal_beheer' and table_schema = 'public' and privilege_type <> 'SELECT'
              and table_name not in ('medewerker', 'uitnodiging', 'herstelcode', 'sessie', 'aanlevering', 'planning',
                  'paginatekst', 'drempelwaarde', 'bron')
            """
        );
        Assert.Equal(["logboek INSERT"], mag);
    }

    private async Task AlsEigenaarAsync(string sql) =>
        await dorp.Db.ExecuteAsync(
            $"alter table logboek disable trigger logboek_blijft; {sql}; alter table logboek enable trigger "
                + "logboek_blijft"
        );
}
