namespace Explainer.Charts;

/// <summary>A way in which groups of dots stand.</summary>
internal interface IUnitArranger
{
    /// <summary>Where everything stands when dots are so far apart.</summary>
    /// <param name="pitch">From the middle of a dot to that of its neighbour, in even tenths of a pixel.</param>
    /// <param name="room">The height that there is; what needs more takes it.</param>
    UnitPicture Arrange(double pitch, double room);
}
