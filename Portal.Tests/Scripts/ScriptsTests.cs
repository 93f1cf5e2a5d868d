using System.Diagnostics;
using Xunit;

namespace Portal.Tests.Scripts;

/// <summary>What ./start and ./portal promise an operator, of the functions in scripts/.</summary>
public sealed class ScriptsTests : IDisposable
{
    private static readonly string Root = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..")
    );

    private readonly DirectoryInfo _map = Directory.CreateTempSubdirectory("portal-scripts");

    [Fact]
    public async Task A_log_is_copied_and_emptied_and_three_older_ones_stay()
    {
        var uit = await BashAsync(
            """
            LOG_BYTES=5
            exec 3>>web.log
            for n in 1 2 3 4 5; do echo "regel $n" >&3; rotate_log web.log; done
            echo kort >&3; rotate_log web.log
            tail -n +1 web.log*
            """
        );

        Assert.Equal(
            """
            ==> web.log <==
            kort

            ==> web.log.1 <==
            regel 5

            ==> web.log.2 <==
            regel 4

            ==> web.log.3 <==
            regel 3

            """,
            uit
        );
    }

    [Fact]
    public async Task A_database_or_site_that_was_killed_is_brought_back()
    {
        var uit = await BashAsync(
            """
            LOCAL=$PWD PORTAL_OPENED=$PWD/pg deaths=0
            mkdir -m 700 pg
            serve() { sleep 1000 >/dev/null 2>&1 & web=$!; since=$SECONDS; }
            trap 'kill "$web"; cluster_stop "$PORTAL_OPENED"' EXIT
            echo 'the last line' >web.log
            start_database "$PORTAL_OPENED"
            PORTAL_DB=$(cluster_npgsql "$PORTAL_OPENED" portal portal_site)
            serve
            was=$web
            watch_database; watch_site
            ((web == was)) && echo 'who lives is left alone'

            kill -KILL "$(head -n 1 pg/data/postmaster.pid)"
            while cluster_running "$PORTAL_OPENED"; do sleep 0.1; done
            watch_database
            cluster_psql "$PORTAL_OPENED" portal -Atc "select 'the database is back'"
            ((web == was)) && echo 'and the site never stopped'

            kill -KILL "$web"
            wait "$web" || true
            watch_site
            kill -0 "$web" && ((web != was)) && echo 'the site is back'

            deaths=3
            kill -KILL "$web"
            wait "$web" || true
            (watch_site) || echo 'but not for ever'
            serve
            """
        );

        Assert.Equal(
            "who lives is left alone\nthe database is back\nand the site never stopped\nthe site is back\n"
                + "but not for ever\n",
            uit
        );
    }

    [Fact]
    public async Task The_logins_of_the_private_database_may_read_or_load_and_nothing_else()
    {
        var uit = await BashAsync(
            """
            trap 'cluster_stop "$PWD"' EXIT
            cluster_init "$PWD" throwaway
            cluster_start "$PWD"
            cluster_logins "$PWD" postgres
            cluster_logins "$PWD" postgres # at every start
            als() {
              PGPASSWORD=$(<"password.$1") "$(pg_bin "$PWD")/psql" -XqAt -h 127.0.0.1 -p "$(<port)" -U "$1" -d postgres -c "$2" 2>&1 ||
                true
            }
            stat -c '%a' password password.portal_site password.portal_import
            cluster_psql "$PWD" postgres -c 'create table gegeven (naam text unique)' -c "insert into gegeven values ('Jan')" \
              -c 'grant select on gegeven to portal_lezer' -c 'grant select, insert on gegeven to portal_schrijver'
            als portal_site 'select usesuper from pg_user where usename = current_user'
            als portal_site 'select naam from gegeven'
            als portal_site "set transaction read write; insert into gegeven values ('Piet')"
            als portal_import 'set role portal_schrijver; select rolbypassrls from pg_roles where rolname = current_user'
            als portal_import 'create table mijn (a int)' | head -n 1
            als portal_import "insert into gegeven values ('Jan')"
            als portal_import "select 'Jan'::int" | head -n 1
            grep -c Jan log || true
            postmaster=$(head -n 1 data/postmaster.pid)
            (($(stat -c %u "/proc/$postmaster"))) && echo 'not as root'
            kill -KILL "$postmaster"
            while cluster_running "$PWD"; do sleep 0.1; done
            cluster_start "$PWD" # as ./start does when it finds it gone
            cluster_psql "$PWD" postgres -Atc "select 'again'"
            """
        );

        Assert.Equal(
            """
            600
            600
            600
            f
            Jan
            ERROR:  permission denied for table gegeven
            t
            ERROR:  permission denied for schema public
            ERROR:  duplicate key value violates unique constraint "gegeven_naam_key"
            DETAIL:  Key (naam)=(Jan) already exists.
            ERROR:  invalid input syntax for type integer: "Jan"
            0
            not as root
            again

            """,
            uit
        );
    }

    [Fact]
    public async Task The_site_runs_without_the_rights_of_root_and_reads_the_archive_that_others_cannot()
    {
        var uit = await BashAsync(
            """
            LOCAL=$PWD/local PORTAL_ARCHIEF=$PWD/archief DOTNET_ROOT=$PWD/dotnet
            export PORTAL_ARCHIEF PORTAL_DB=lezer PORTAL_DB_IMPORT=schrijver PORTAL_DB_MIGRATE=eigenaar
            trap close_site EXIT
            mkdir -p local/app archief/afgewezen dotnet/host/fxr dotnet/shared/Microsoft.{NETCore,AspNetCore}.App
            cat >local/app/Portal.Web <<'SITE'
            #!/bin/sh
            [ "$(id -u)" -ne 0 ] && echo 'not as root'
            env | grep -c '^PORTAL_DB'
            cat "$PORTAL_ARCHIEF/levering.csv"
            SITE
            chmod +x local/app/Portal.Web
            echo a >archief/levering.csv
            echo b >archief/afgewezen/lijst.csv
            chmod 666 archief/levering.csv archief/afgewezen/lijst.csv
            open_archive
            open_site 5080
            "${SITE[@]}" serve
            stat -c '%a' archief/afgewezen/lijst.csv
            (($(stat -c '0%a' archief/levering.csv) & 7)) || echo 'others: nothing'
            """
        );

        Assert.Equal("not as root\n1\na\n600\nothers: nothing\n", uit);
    }

    public void Dispose() => _map.Delete(recursive: true);

    private async Task<string> BashAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", $". '{Root}/scripts/common.sh'\n{script}"])
        {
            WorkingDirectory = _map.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var (uit, fout) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.WaitForExitAsync();
        Assert.True(bash.ExitCode == 0, await fout);
        return await uit;
    }
}
