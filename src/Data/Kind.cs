using System.Collections.Immutable;

namespace Explainer.Data;

/// <summary>Who stands behind a number: the same kind has the same colour everywhere on a site.</summary>
public enum Kind
{
    /// <summary>A statistics office's or register's count.</summary>
    Official,

    /// <summary>Somebody's reckoning from several sources.</summary>
    Estimate,

    /// <summary>Answers of people who were asked.</summary>
    Survey,

    /// <summary>What a company sees among its own customers.</summary>
    Company,

    /// <summary>A statement made without published data.</summary>
    Claim,

    /// <summary>Our own arithmetic on published values.</summary>
    Derived,
}

/// <summary>The words that stand for kinds in YAML.</summary>
public static class Kinds
{
    /// <summary>Kinds by the words that authors write.</summary>
    public static ImmutableSortedDictionary<string, Kind> ByName { get; } = new Dictionary<string, Kind>
    {
        ["official statistic"] = Kind.Official,
        ["estimate"] = Kind.Estimate,
        ["survey"] = Kind.Survey,
        ["company data"] = Kind.Company,
        ["claim"] = Kind.Claim,
        ["derived"] = Kind.Derived,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The words that authors write for a kind.</summary>
    public static string NameOf(Kind kind) => ByName.First(k => k.Value == kind).Key;

    /// <summary>The kind's short name in style sheets and language files.</summary>
    public static string Slug(this Kind kind) => kind switch
    {
        Kind.Official => "official",
        Kind.Estimate => "estimate",
        Kind.Survey => "survey",
        Kind.Company => "company",
        Kind.Claim => "claim",
        _ => "derived",
    };
}
