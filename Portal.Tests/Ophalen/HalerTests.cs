using System.Net;
using Portal.Data;
using Portal.Data.Ophalen;
using Xunit;

namespace Portal.Tests.Ophalen;

/// <summary>What comes in is whole and from where we asked, or it does not come in.</summary>
public sealed class HalerTests : IAsyncLifetime
{
    private const string Host = "bron.example";
    private static readonly Uri Bron = new($"https://{Host}/lijst?x=1");

    private NepBronnen Nep { get; } = new();
    private readonly string _map = Directory.CreateTempSubdirectory("haler").FullName;
    private string _inhoud = """{"value":[1,2,3]}""";

    public async Task InitializeAsync()
    {
        Nep.Hosts[Host] = (pad, _) => pad == "/lijst" ? _inhoud : null;
        await Nep.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Nep.DisposeAsync();
        Directory.Delete(_map, recursive: true);
    }

    internal static HalerInstellingen Snel { get; } =
        new()
        {
            Pauze = TimeSpan.Zero,
            Terugval = TimeSpan.FromMilliseconds(1),
            LangsteTerugval = TimeSpan.FromMilliseconds(20),
            Stilte = TimeSpan.FromSeconds(1),
            Pogingen = 3,
        };

    private string Pad => Path.Combine(_map, "in.json");

    private Haler Haler(HalerInstellingen? instellingen = null) =>
        new(new Netwerk(new HashSet<string> { Host }, Nep.Adres).Client(), instellingen ?? Snel, TimeProvider.System);

    private async Task<string?> HaalAsync(Inhoud inhoud = Inhoud.Json, HalerInstellingen? instellingen = null)
    {
        using var haler = Haler(instellingen);
        return await haler.HaalAsync(Bron, Pad, inhoud, null, CancellationToken.None) is null
            ? null
            : await File.ReadAllTextAsync(Pad);
    }

    private async Task<string> FoutAsync(Inhoud inhoud = Inhoud.Json, HalerInstellingen? instellingen = null) =>
        (await Assert.ThrowsAsync<ImportFout>(() => HaalAsync(inhoud, instellingen))).Message;

    [Theory]
    [InlineData("druk")]
    [InlineData("wacht")]
    [InlineData("weg")]
    [InlineData("half")]
    [InlineData("kort")]
    [InlineData("afgebroken")]
    [InlineData("webpagina")]
    [InlineData("traag")]
    public async Task What_may_go_over_is_tried_again(string storing)
    {
        Nep.Stoor(Host, storing, "goed");

        Assert.Equal(_inhoud, await HaalAsync());
        Assert.Equal(2, Nep.Gevraagd.Count);
    }

    [Theory]
    [InlineData("half", "afgekapt")]
    [InlineData("afgebroken", "Aborted by")]
    [InlineData("webpagina", "webpagina")]
    [InlineData("druk", "status 503")]
    public async Task What_stays_wrong_is_no_answer(string storing, string reden)
    {
        Nep.Stoor(Host, $"altijd:{storing}");

        Assert.Contains(reden, await FoutAsync(), StringComparison.Ordinal);
        Assert.Equal(Snel.Pogingen, Nep.Gevraagd.Count);
    }

    [Fact]
    public async Task A_text_that_is_cut_off_says_so_itself_or_by_its_length()
    {
        _inhoud = "id;naam\n1;een\n2;twee\n";
        Nep.Stoor(Host, "afgebroken", "kort", "goed");

        Assert.Equal(_inhoud, await HaalAsync(Inhoud.Tekst));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_refusal_not_repeated()
    {
        Nep.Stoor(Host, "door", "kapot");

        Assert.Contains("verwijst door naar https://elders.example", await FoutAsync(), StringComparison.Ordinal);
        Assert.Contains("status 403", await FoutAsync(), StringComparison.Ordinal);
        Assert.Equal(2, Nep.Gevraagd.Count);
        Nep.Stoor(Host, "onbekend");
        Assert.Null(await HaalAsync());
    }

    [Fact]
    public async Task What_is_larger_than_it_may_be_is_not_read_to_its_end()
    {
        _inhoud = $"{{\"value\":[{string.Join(',', Enumerable.Repeat("1234567890", 200_000))}]}}";

        var fout = await FoutAsync(instellingen: Snel with { Grootst = 100_000 });

        Assert.Contains("meer dan 100.000 bytes", fout, StringComparison.Ordinal);
        Assert.True(new FileInfo(Pad).Length <= 100_000);
    }

    [Fact]
    public async Task After_a_break_it_goes_on_where_it_was_when_the_source_names_its_version()
    {
        _inhoud = $"{{\"value\":[{string.Join(',', Enumerable.Range(0, 50_000))}]}}";
        Nep.MetMerk.Add(Host);
        Nep.Stoor(Host, "kort", "goed");

        Assert.Equal(_inhoud, await HaalAsync());
        Assert.Matches(@"bytes=[1-9]\d+-$", Nep.Gevraagd[1]);
    }

    [Fact]
    public async Task What_did_not_change_does_not_come_again()
    {
        Nep.MetMerk.Add(Host);
        using var haler = Haler();
        var eerste = await haler.HaalAsync(Bron, Pad, Inhoud.Json, null, CancellationToken.None);

        var tweede = await haler.HaalAsync(Bron, Pad, Inhoud.Json, eerste!.Kenmerk, CancellationToken.None);
        Assert.True(tweede!.Ongewijzigd);
        Assert.False(File.Exists(Pad));

        _inhoud = """{"value":[4]}""";
        tweede = await haler.HaalAsync(Bron, Pad, Inhoud.Json, eerste.Kenmerk, CancellationToken.None);
        Assert.False(tweede!.Ongewijzigd);
    }

    [Fact]
    public async Task A_host_that_fails_again_and_again_is_left_alone()
    {
        Nep.Stoor(Host, "altijd:druk");
        using var haler = Haler(Snel with { Zekering = 4 });
        Task HaalAsync() => haler.HaalAsync(Bron, Pad, Inhoud.Json, null, CancellationToken.None);

        await Assert.ThrowsAsync<ImportFout>(HaalAsync);
        await Assert.ThrowsAsync<ImportFout>(HaalAsync);
        var gevraagd = Nep.Gevraagd.Count;
        var fout = await Assert.ThrowsAsync<ImportFout>(HaalAsync);

        Assert.Contains("vragen we niets meer", fout.Message, StringComparison.Ordinal);
        Assert.Equal(gevraagd, Nep.Gevraagd.Count);
    }

    [Theory]
    [InlineData("http://bron.example/lijst")]
    [InlineData("https://bron.example:8443/lijst")]
    [InlineData("https://u:p@bron.example/lijst")]
    [InlineData("https://ander.example/lijst")]
    [InlineData("https://bron.example.ander.example/lijst")]
    [InlineData("file:///etc/passwd")]
    public async Task Nothing_but_https_to_a_host_on_the_list_is_asked(string adres)
    {
        using var haler = Haler();

        await Assert.ThrowsAsync<ImportFout>(() =>
            haler.HaalAsync(new(adres), Pad, Inhoud.Json, null, CancellationToken.None)
        );
        Assert.Empty(Nep.Gevraagd);
    }

    [Fact]
    public async Task A_name_that_points_at_our_own_network_is_not_asked()
    {
        using var haler = new Haler(
            new Netwerk(new HashSet<string> { "localhost" }).Client(),
            Snel,
            TimeProvider.System
        );

        var fout = await Assert.ThrowsAsync<ImportFout>(() =>
            haler.HaalAsync(new("https://localhost/x"), Pad, Inhoud.Json, null, CancellationToken.None)
        );
        Assert.Contains("eigen netwerk", fout.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("192.168.1.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.64.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("::ffff:10.0.0.1", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("145.100.1.1", false)]
    [InlineData("2a02::1", false)]
    public void Private_addresses_are_known(string adres, bool eigen) =>
        Assert.Equal(eigen, Netwerk.IsEigen(IPAddress.Parse(adres)));
}
