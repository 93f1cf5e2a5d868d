using Portal.Data.Begrotingen;
using Xunit;

namespace Portal.Tests.Begrotingen;

public sealed class LooptijdTests
{
    [Theory]
    [InlineData(2024, "Sociale basis 2025-2030", null, "2025-2030")]
    [InlineData(2024, "Programma 2025 t/m 2027", null, "2025-2027")]
    [InlineData(2024, "Huisvesting 2022-2023-2024", null, "2022-2024")]
    [InlineData(2024, "Lessen 2024/2025", null, "2024-2025")]
    [InlineData(2017, "Les 2016- 2017", null, "2016-2017")]
    [InlineData(2023, "Seizoen 2023-24", null, "2023-2024")]
    [InlineData(2023, "schooljaar 23-24", null, "2023-2024")]
    [InlineData(2022, "tegemoetkoming reiskosten 22_23", null, "2022-2023")]
    [InlineData(2023, "Straatfeest 2024", "Regeling 2023", "2024-2024")] // the project before the scheme
    [InlineData(2023, "Straatfeest", "Sociale basis 2024", "2024-2024")]
    [InlineData(2018, "Burendag (oud zaaknr: 2015/20102)", null, null)]
    [InlineData(2015, "Straatfeest (oud zaaknr: 2014-8162D)", null, null)]
    [InlineData(2024, "Feest 29 aug 2024 en 8 sep 2024", null, "2024-2024")]
    [InlineData(2024, "Noodsteun tot 1-7-2024", null, "2024-2024")]
    [InlineData(2020, "Visie 2040", null, null)]
    [InlineData(2020, "Verhalen uit 1998", null, null)]
    [InlineData(2020, "Editie 2018 en terugblik op 2021", null, null)] // years apart say two things
    [InlineData(2022, "Jongerenwerk 14-15 jaar", null, null)]
    [InlineData(2024, "Buurtteam", "Buurtteams 2021-2026", null)] // the years of the scheme are not those of the grant
    [InlineData(2024, "Museum", "Regeling Vierjarige subsidies 2025-2028", "2025-2028")]
    [InlineData(2022, "Buurtbaan", "Buurtbanen 2021", null)]
    [InlineData(2024, "Aanvraag 2025 meerjarig", null, "2025-")]
    [InlineData(2024, "Buurtwerk", "Sociale basis 2025 meerjarig", "2025-")]
    [InlineData(2024, "Buurtwerk 2025-2030", "Sociale basis 2025 meerjarig", "2025-2030")]
    [InlineData(2023, "Regeling 2021-2026 jaarschijf 2024", null, "2024-2024")]
    [InlineData(2024, "Regeling 2021-2026, actualisatie 2025", null, "2025-2025")]
    [InlineData(2022, "Van 1 januari 2022 - 31 december 2022", null, "2022-2022")]
    [InlineData(2024, "Van 1 oktober 2024 - 31 maart 2025", null, "2024-2025")]
    [InlineData(2018, "DANS 2018 - 28 extra plaatsen", null, "2018-2018")]
    [InlineData(2019, "Project jul 2019- jul 2021", null, "2019-2021")]
    [InlineData(2016, "Periode 01/11/2016 - 31/12/2017", null, "2016-2017")]
    [InlineData(2021, "Straatfeest", "Regeling", null)]
    [InlineData(2021, null, null, null)]
    [InlineData(2019, "Postcode 2019AB en telefoon 020-2020", null, null)]
    public void Years_are_read_where_a_text_says_which_years_money_is_for(
        int dossier,
        string? project,
        string? regeling,
        string? verwacht
    )
    {
        var looptijd = Looptijd.Lees(dossier, project, regeling);

        Assert.Equal(verwacht, looptijd is null ? null : $"{looptijd.Van}-{looptijd.Tot}");
        Assert.True(looptijd is null || looptijd.Tekst.Length > 0);
    }
}
