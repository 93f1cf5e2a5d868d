using Portal.Data;
using Portal.Web;
using Portal.Web.Beheer;
using Portal.Web.Pages.Api;
using Portal.Web.Pages.Begrotingen;
using Portal.Web.Pages.Cijfers;
using Portal.Web.Pages.Collecties;
using Portal.Web.Pages.Data;
using Portal.Web.Pages.EigenGebied;
using Portal.Web.Pages.Gebieden;
using Portal.Web.Pages.Iv3;
using Portal.Web.Pages.Kaart;
using Portal.Web.Pages.Ogc;
using Portal.Web.Zoeken;

if (Opdrachten.Herkent(args))
{
    return await Opdrachten.VoerUitAsync(args);
}

var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions
    {
        Args = [.. args.Where(a => a != "serve")],
        ContentRootPath = published ? AppContext.BaseDirectory : null,
        WebRootPath = published ? null : "../wwwroot",
    }
);
if (!published && !builder.Environment.IsDevelopment())
{
    builder.WebHost.UseStaticWebAssets();
}

// A line per request would cost more than most answers
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);

// A whole page: who waits for it to be made does not wait for its first reader
builder.WebHost.UseSockets(o => o.MaxWriteBufferSize = 1024 * 1024);
builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);
Instellingen instellingen;
try
{
    instellingen = Instellingen.Lees(builder.Configuration);
}
catch (InstellingFout fout)
{
    await Console.Error.WriteLineAsync(fout.Message);
    return 2;
}

Downloads.HoudDradenVrij();
builder.Services.AddSingleton(instellingen);
builder.Services.AddPortalData(
    instellingen.Database,
    instellingen.Archief,
    instellingen.Uitgaven,
    instellingen.PaginaTijd
);
builder.Services.AddPortalCaching();
builder.Services.AddPortalRem(instellingen);
builder.Services.AddPortalPages();
builder.Services.AddPortalBeheer(instellingen);
builder.Services.AddSingleton<Locatieserver>();
builder.Services.AddScoped<Zoeker>();
builder.Services.AddSingleton<Stratenlijst>();
builder.Services.AddScoped<Werkgebied>();
builder.Services.AddScoped<Kaartlagen>();
builder.Services.AddScoped<Plekkaarten>();
builder.Services.AddScoped<EigenGeld>();
builder.Services.AddScoped<Cijferbron>();
builder.Services.AddScoped<Cijferpaar>();
builder.Services.AddScoped<Cijferlezer>();
builder.Services.AddSingleton<Thema>();
builder.Services.AddHostedService<BronRitme>();
builder.Services.AddHostedService<Uitgavenmaker>();
builder.Services.AddHostedService<KoopRitme>();

var app = builder.Build();

app.Use(Programmadeur.KomtBinnenAsync);
app.UsePortalSecurity(instellingen);
app.UseVoorbeeld();
app.Use(app.Services.GetRequiredService<Kaartgegevens>().KortAsync);
app.Use(Engels.KiesAsync);
app.UsePortalErrors();
app.Services.GetRequiredService<Thema>().Bedien(app);
app.Use(OudeAdressen.VerwijsAsync);
app.UseRouting();
app.Use(Ingang.SchrijfKleinAsync);
app.Use(Ingang.WeigerNulAsync);
app.UseRateLimiter();
app.Use(OgcVorm.KiesAsync);
app.UsePortalBeheer(instellingen);
app.UsePortalCaching();

app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapBegroting();
app.MapVersies();
app.MapGebieden();
app.MapGebiedsfeed();
app.MapEigenGebied();
app.MapCollecties();
app.MapTegels();
app.MapData();
app.MapUitgaven();
app.MapDcat();
app.MapVersiefeed();
app.MapKaart();
app.MapApi();
app.MapZoeken();
app.MapIv3();
app.MapVindbaarheid();
app.MapOpenId(instellingen);

await app.RunAsync();
return 0;
