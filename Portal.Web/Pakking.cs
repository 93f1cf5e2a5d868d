using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Portal.Web;

/// <summary>What is kept in the cache is packed once and read often: that may cost a little more than a download.</summary>
public sealed class Pakking(IServiceProvider services, IOptions<ResponseCompressionOptions> opties)
    : ResponseCompressionProvider(services, opties)
{
    private static readonly Bewaard Brotli = new();

    public override ICompressionProvider? GetCompressionProvider(HttpContext context) =>
        base.GetCompressionProvider(context) is { } provider
        && provider.EncodingName == Codering.Brotli
        && context.GetEndpoint()?.Metadata.GetMetadata<ToontAttribute>() is not null
            ? Brotli
            : base.GetCompressionProvider(context);

    private sealed class Bewaard : ICompressionProvider
    {
        private static readonly BrotliCompressionOptions Opties = new() { Quality = 5 };

        public string EncodingName => Codering.Brotli;

        public bool SupportsFlush => true;

        public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, Opties, leaveOpen: true);
    }
}
