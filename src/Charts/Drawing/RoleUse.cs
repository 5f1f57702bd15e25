namespace Explainer.Charts;

/// <summary>What the colour of a role must do.</summary>
public enum RoleUse
{
    /// <summary>Lie under everything else.</summary>
    Ground,

    /// <summary>Be read as words: 4.5 to 1 on every ground that words stand on.</summary>
    Text,

    /// <summary>Be seen as marks: 3 to 1.</summary>
    Mark,

    /// <summary>Recede.</summary>
    Quiet,
}
