using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using Portal.Data;

namespace Portal.Web;

/// <summary>On an endpoint whose parameters do not stand in the code of its handler.</summary>
public interface IEigenParameters
{
    /// <returns>Their names, in lower case and in order. Null: there is no such address, whatever it is asked.</returns>
    ValueTask<IEnumerable<string>?> VanAsync(HttpContext context);

    /// <summary>How many letters one value may have.</summary>
    int LangsteWaarde => 400; // a search may have 250

    /// <summary>What it does not know is an error, though it can be a page as well as data.</summary>
    bool Streng => false;
}

/// <summary>
/// One address for one answer: only what its handler binds, in the order in which that declares it, without what is
/// empty
/// or is the default. So that a cache holds an answer once, and nobody fills it with addresses that mean nothing.
/// </summary>
public static class Adressen
{
    private const int LangsteWaarde = 400;

    private static readonly ConditionalWeakTable<Endpoint, Parameter[]> Bekend = [];

    /// <param name="Moet">Without it there is no answer.</param>
    private sealed record Parameter(string Naam, Type Soort, string? Standaard, bool Moet = false);

    /// <summary>A page or an address of data of ours; not a file, and not the page of errors.</summary>
    public static bool IsVanOns(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } pagina
            ? pagina.ModelTypeInfo?.AsType() != typeof(Pages.FoutModel)
            : endpoint.Metadata.GetMetadata<MethodInfo>() is not null;

    /// <summary>What an address of data does not know is an error there; on a page it is left out.</summary>
    public static async Task MaakCanoniekAsync(HttpContext context, RequestDelegate verder)
    {
        if (
            context.GetEndpoint() is { } endpoint
            && await ParametersAsync(context, endpoint) is { } parameters
            && (context.Request.QueryString.HasValue || parameters.Any(p => p.Moet))
        )
        {
            var isData = endpoint.Metadata.GetMetadata<MethodInfo>() is not null;
            var eigen = endpoint.Metadata.GetMetadata<IEigenParameters>();
            var query = context.Request.Query;
            var streng = isData || eigen?.Streng == true;
            var langste = eigen?.LangsteWaarde ?? LangsteWaarde;
            if ((TeLang(query, langste) ?? (streng ? Fout(query, parameters) : null)) is { } fout)
            {
                await (isData ? Ongeldig.Probleem(fout).ExecuteAsync(context) : Ongeldig.WeigerPagina(context, fout));
                return;
            }
            context.Request.QueryString = Canoniek(context.Request.Query, parameters);
        }
        await verder(context);
    }

    private static async ValueTask<Parameter[]?> ParametersAsync(HttpContext context, Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEigenParameters>() is not { } eigen ? Van(endpoint)
        : !context.Request.QueryString.HasValue || await eigen.VanAsync(context) is not { } namen ? null
        : [.. namen.Select(n => new Parameter(n, typeof(string), n == "pagina" ? "1" : null))];

    private static QueryString Canoniek(IQueryCollection query, Parameter[] parameters)
    {
        var adres = new QueryBuilder();
        foreach (var parameter in parameters)
        {
            foreach (var waarde in Waarden(query[parameter.Naam], parameter))
            {
                adres.Add(parameter.Naam, waarde);
            }
        }
        return adres.ToQueryString();
    }

    // The order of several values says something: two areas to compare must not change places.
    private static IEnumerable<string> Waarden(StringValues gegeven, Parameter parameter)
    {
        var waarden = gegeven.OfType<string>().Where(w => w.Length > 0).Select(w => Schrijf(w, parameter.Soort));
        return (parameter.Soort.IsArray ? waarden : waarden.Take(1)).Where(w => w != parameter.Standaard);
    }

    // A number has one way to be written; what is no number stays as it is, to be refused by the page.
    private static string Schrijf(string waarde, Type soort) =>
        soort == typeof(int) && int.TryParse(waarde, NumberStyles.Integer, CultureInfo.InvariantCulture, out var getal)
            ? getal.ToString(CultureInfo.InvariantCulture)
            : waarde;

    private static bool IsGetal(string waarde) =>
        int.TryParse(waarde, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);

    private static string? TeLang(IQueryCollection query, int langste) =>
        query.FirstOrDefault(p => p.Key.Length > LangsteWaarde || p.Value.Any(w => w?.Length > langste))
            is { Key: not null } paar
            ? $"Bij {paar.Key[..Math.Min(40, paar.Key.Length)]} staan meer dan {langste} letters. Maak het korter."
            : null;

    private static string? Fout(IQueryCollection query, Parameter[] parameters)
    {
        foreach (var (naam, waarden) in query)
        {
            var parameter = parameters.FirstOrDefault(p => p.Naam.Equals(naam, StringComparison.OrdinalIgnoreCase));
            if (parameter is null)
            {
                var lijst = string.Join(", ", parameters.Select(p => p.Naam));
                return parameters.Length == 0
                    ? $"Dit adres kent geen '{naam}'. Laat alles na het vraagteken weg."
                    : $"Dit adres kent geen '{naam}'. Kies uit: {lijst}.";
            }
            if (waarden.Count > 1 && !parameter.Soort.IsArray)
            {
                return $"Bij {parameter.Naam} staan {waarden.Count} waarden. Geef er één.";
            }
            if (parameter.Soort == typeof(int) && waarden is [{ Length: > 0 } waarde] && !IsGetal(waarde))
            {
                return Ongeldig.Getal(parameter.Naam, waarde);
            }
        }
        var mist = parameters.Where(p => p.Moet && string.IsNullOrEmpty(query[p.Naam])).Select(p => p.Naam).ToArray();
        return mist.Length == 0
            ? null
            : $"Dit adres kan niet zonder {string.Join(", ", mist)}. Zet dat achter het vraagteken.";
    }

    /// <returns>Null where the address is not one of ours to judge, as of a file.</returns>
    private static Parameter[]? Van(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } pagina
            ? Bekend.GetValue(
                endpoint,
                e =>
                    Lijst(
                        e,
                        pagina.HandlerMethods.SelectMany(h => h.Parameters).Select(p => p.ParameterInfo),
                        _ => true
                    )
            )
        : endpoint.Metadata.GetMetadata<MethodInfo>() is { } methode
            ? Bekend.GetValue(
                endpoint,
                e => Lijst(e, methode.GetParameters(), p => p.IsDefined(typeof(AsParametersAttribute)))
            )
        : null;

    private static Parameter[] Lijst(
        Endpoint endpoint,
        IEnumerable<ParameterInfo> parameters,
        Func<ParameterInfo, bool> isFilter
    ) =>
        [
            .. parameters
                .Where(p => !p.IsDefined(typeof(FromRouteAttribute)))
                .SelectMany(p =>
                    Soort(p.ParameterType) is { } soort ? [Deel(p.Name!, soort, p)]
                    : isFilter(p) ? Velden(p.ParameterType)
                    : Enumerable.Empty<Parameter>()
                )
                .Where(p => (endpoint as RouteEndpoint)?.RoutePattern.GetParameter(p.Naam) is null)
                .DistinctBy(p => p.Naam),
        ];

    // What its constructor takes, or where that takes nothing, what can be set.
    private static IEnumerable<Parameter> Velden(Type filter) =>
        filter.IsValueType || filter.IsInterface ? []
        : filter.GetConstructors().First().GetParameters() is { Length: > 0 } delen
            ? delen
                .Where(p => Soort(p.ParameterType) is not null)
                .Select(p => Deel(p.Name!, Soort(p.ParameterType)!, p))
        : filter
            .GetProperties()
            .Where(e => e.CanWrite && Soort(e.PropertyType) is not null)
            .Select(e => Deel(e.Name, Soort(e.PropertyType)!, e));

    private static Parameter Deel(string naam, Type soort, ICustomAttributeProvider van) =>
        new(
            naam.ToLowerInvariant(),
            soort,
            van.GetCustomAttributes(typeof(StandaardAttribute), false) is [StandaardAttribute a] ? a.Waarde : null,
            van is ParameterInfo { HasDefaultValue: false } p && Moet(p)
        );

    private static bool Moet(ParameterInfo parameter) =>
        parameter.ParameterType.IsValueType
            ? Nullable.GetUnderlyingType(parameter.ParameterType) is null
            : new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull;

    // Null is: not a value that can stand in an address.
    private static Type? Soort(Type type)
    {
        var soort = Nullable.GetUnderlyingType(type) ?? type;
        return soort.IsPrimitive || soort == typeof(string) || soort == typeof(string[]) ? soort : null;
    }
}
