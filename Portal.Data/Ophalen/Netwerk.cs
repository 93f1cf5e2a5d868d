using System.Net;
using System.Net.Sockets;

namespace Portal.Data.Ophalen;

/// <summary>
/// The one way out for whatever fetches from a source: https, to hosts that are on the list, at no address of the
/// machine or its neighbours, and where a source sends us elsewhere we do not go.
/// </summary>
/// <param name="Hosts">Who may be asked: those of the list of sources.</param>
/// <param name="Via">A mirror that is asked in place of each host (<c>{via}/{host}/{path}</c>): for tests, and where
/// the machine has no other way out.</param>
public sealed record Netwerk(IReadOnlySet<string> Hosts, Uri? Via = null)
{
    private static readonly TimeSpan Verbinden = TimeSpan.FromSeconds(15);

    /// <summary>Some sources refuse who does not say what he is.</summary>
    private const string Naam = "Buurtbegroting/1.0 (open data voor bewoners)";

    public HttpClient Client()
    {
        var uitgang = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = Verbinden,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (Via is null)
        {
            uitgang.ConnectCallback = VerbindAsync;
        }
        var client = new HttpClient(new Poort(this, uitgang)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Naam);
        return client;
    }

    /// <exception cref="ImportFout">It is no address that we ask.</exception>
    public void Eis(Uri adres)
    {
        if (adres.Scheme != Uri.UriSchemeHttps || adres.UserInfo.Length > 0 || !adres.IsDefaultPort)
        {
            throw new ImportFout($"{adres.Host}: alleen gewone https-adressen worden opgehaald.");
        }
        if (!Hosts.Contains(adres.IdnHost))
        {
            throw new ImportFout($"{adres.Host} staat niet in de lijst van bronnen; daar wordt niets opgehaald.");
        }
    }

    /// <summary>Whether an address is of this machine, its own network, or nobody in particular.</summary>
    public static bool IsEigen(IPAddress adres)
    {
        if (adres.IsIPv4MappedToIPv6)
        {
            adres = adres.MapToIPv4();
        }
        if (adres.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return IPAddress.IsLoopback(adres)
                || adres.Equals(IPAddress.IPv6Any)
                || adres.IsIPv6LinkLocal
                || adres.IsIPv6SiteLocal
                || adres.IsIPv6UniqueLocal
                || adres.IsIPv6Multicast;
        }
        return Eigen.Any(netwerk => netwerk.Contains(adres));
    }

    // RFC 6890
    private static readonly IPNetwork[] Eigen =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "224.0.0.0/3",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    // The address that was looked up is the one that is connected to: a name cannot point elsewhere in between.
    private static async ValueTask<Stream> VerbindAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var adressen = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var openbaar = adressen.Where(a => !IsEigen(a)).ToArray();
        if (openbaar.Length == 0)
        {
            throw new ImportFout(
                $"{context.DnsEndPoint.Host} wijst naar een adres in het eigen netwerk; dat vragen we niet."
            );
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(openbaar, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class Poort(Netwerk netwerk, HttpMessageHandler uitgang) : DelegatingHandler(uitgang)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            netwerk.Eis(request.RequestUri!);
            if (netwerk.Via is { } via)
            {
                request.RequestUri = new(via, $"/{request.RequestUri!.IdnHost}{request.RequestUri.PathAndQuery}");
            }
            return base.SendAsync(request, ct);
        }
    }
}
