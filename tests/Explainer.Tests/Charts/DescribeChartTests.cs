using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>What descriptions say, of every sort of chart, in two languages. To be read as a listener would hear it.</summary>
public sealed class DescribeChartTests
{
    private const string Towns =
        """
        title: Towns
        key: id
        fields:
          id: text
          town: {type: text, title: {en: Town, ru: Город}}
          region: {type: text, title: {en: Region, ru: Область}}
          kind: {type: kind}
          visits: {type: number, title: {en: Visits, ru: Посещения}}
          loans: {type: number, title: {en: Loans, ru: Выдачи}}
          low: {type: number}
          high: {type: number}
          hedge: text
          before: {type: number, title: {en: In 2020, ru: В 2020 году}}
          after: {type: number, title: {en: In 2025, ru: В 2025 году}}
          why: text
        rows:
          - {id: a, town: {en: Alder, ru: Ольха}, region: {en: hills, ru: холмы}, kind: survey, visits: 1200, loans: 40, low: 10, high: 30, before: 10, after: 30}
          - {id: b, town: {en: Birch, ru: Берёза}, region: {en: hills, ru: холмы}, kind: survey, visits: 900, loans: 35, low: 25, before: 20, after: 19.9}
          - {id: c, town: {en: Cedar, ru: Кедр}, region: {en: coast, ru: побережье}, kind: claim, visits: 700, loans: 20, high: 12, before: 50, after: 20}
          - {id: d, town: {en: Dogwood, ru: Кизил}, region: {en: coast, ru: побережье}, kind: claim, visits: 500, loans: 15, low: 5, high: 5, hedge: about, before: 40, after: 35}
          - {id: e, town: {en: Elm, ru: Вяз}, region: {en: coast, ru: побережье}, kind: claim, visits: 500, loans: 14, low: 8, high: 9, before: 8, after: 12}
          - {id: f, town: {en: Fir, ru: Пихта}, region: {en: coast, ru: побережье}, kind: claim, visits: 450, loans: 12, low: 7, high: 21, before: 5, after: 6}
          - {id: g, town: {en: Gorse, ru: Дрок}, region: {en: coast, ru: побережье}, kind: claim, visits: 300, loans: 9, low: 2, high: 3, before: 3, after: 4}
          - {id: h, town: {en: Hazel, ru: Лещина}, region: {en: hills, ru: холмы}, kind: survey, why: {en: closed that year, ru: был закрыт}}
        """;

    private const string Years =
        """
        title: Years
        key: [sort, year]
        fields:
          sort: {type: text, title: {en: Sort, ru: Вид}}
          year: {type: time, title: {en: Year, ru: Год}}
          loans: {type: number, title: {en: Loans, ru: Выдачи}}
          least: {type: number}
          most: {type: number}
          hedge: text
        rows:
          - {sort: {en: books, ru: книги}, year: 2020, loans: 500, least: 400, most: 700}
          - {sort: {en: books, ru: книги}, year: 2021, loans: 300, least: 250, most: 320}
          - {sort: {en: books, ru: книги}, year: 2022, loans: 420, least: 300, most: 500}
          - {sort: {en: films, ru: фильмы}, year: 2020, loans: 100}
          - {sort: {en: films, ru: фильмы}, year: 2021}
          - {sort: {en: films, ru: фильмы}, year: 2022, loans: 180, hedge: over}
        """;

    private const string Months =
        """
        title: Months
        key: month
        fields:
          month: {type: time, title: {en: Month, ru: Месяц}}
          mean: {type: number, unit: "%", title: {en: Mean, ru: Среднее}}
          least: {type: number, unit: "%"}
          most: {type: number, unit: "%"}
        rows:
          - {month: 2024-01, mean: 5.8, least: 4, most: 9}
          - {month: 2024-02}
          - {month: 2024-03, mean: 8.5, least: 8, most: 9}
          - {month: 2024-05-31, mean: 2.4, least: 2, most: 3.5}
        """;

    private const string Totals =
        """
        title: Totals
        fields:
          upto: number
          words: text
        rows:
          - {upto: 21000, words: {en: counted, ru: посчитаны}}
          - {upto: 30000, words: {en: reckoned, ru: по расчёту}}
        """;

    private const string Countries =
        """
        title: Countries
        key: code
        fields:
          code: {type: text, title: Code}
          country: {type: text, title: {en: Country, ru: Страна}}
          side: text
          people: {type: number, unit: people, title: {en: People, ru: Человек}}
        rows:
          - {code: GEO, country: {en: Georgia, ru: Грузия}, side: {en: right, ru: справа}, people: 70000}
          - {code: ARM, country: {en: Armenia, ru: Армения}, side: {en: right, ru: справа}, people: 110000}
          - {code: CYP, country: {en: Cyprus, ru: Кипр}, side: {en: left, ru: слева}, people: 4000}
          - {code: MLT, country: {en: Malta, ru: Мальта}, side: {en: left, ru: слева}}
        """;

    private static readonly Dictionary<string, Language> Languages = new[] { "en", "ru" }.ToDictionary(c => c, c =>
    {
        var findings = new List<Diagnostic>();
        var language = Language.Read(c, Sites.StoryInput.Text($"theme/words/{c}.yml"), findings)!;
        Assert.Empty(findings);
        return language;
    });

    public static TheoryData<string, string, string, string> Charts() => new()
    {
        {
            "bars",
            """
            data: towns
            x: town
            y: visits
            missing: why
            marks: bar
            """,
            "Bar chart with 7 bars. Values: Visits. Compared: Alder, Birch, Cedar and 5 more. Highest: Alder, 1,200; lowest: Gorse, 300. Without a value: Hazel (closed that year).",
            "Столбчатая диаграмма: 7 столбцов. Значения: Посещения. Сравниваются: Ольха, Берёза, Кедр и ещё 5 позиций. Наибольшее значение: Ольха, 1200; наименьшее: Дрок, 300. Нет значения: Лещина (был закрыт)."
        },
        {
            "bars without which few are left",
            """
            data: towns
            x: town
            y: visits
            marks: bar
            states: {hills: {show: {region: hills}}}
            """,
            "Bar chart with 2 bars. Values: Visits. Shown: Alder, 1,200; Birch, 900. Without a value: Hazel.",
            "Столбчатая диаграмма: 2 столбца. Значения: Посещения. Показано: Ольха, 1200; Берёза, 900. Нет значения: Лещина."
        },
        {
            "bars of which some are highlighted",
            """
            data: towns
            x: town
            y: visits
            order: -visits
            marks:
              - {type: bar, colour: region}
            states: {coast: {highlight: {region: coast}, order: visits}}
            """,
            "Bar chart with 7 bars. Values: Visits. Compared: Alder, Birch, Cedar and 5 more. Highest: Alder, 1,200; lowest: Gorse, 300. Highlighted: coast (5 of 7 rows). Highlighted values: from 300 to 700. Without a value: Hazel. Colours: hills and coast. Order: Visits, ascending.",
            "Столбчатая диаграмма: 7 столбцов. Значения: Посещения. Сравниваются: Ольха, Берёза, Кедр и ещё 5 позиций. Наибольшее значение: Ольха, 1200; наименьшее: Дрок, 300. Выделено: побережье (строк: 5 из 7). Выделенные значения: от 300 до 700. Нет значения: Лещина. Цвета: холмы и побережье. Порядок: Посещения, по возрастанию."
        },
        {
            "two kinds of bars and a balance",
            """
            data: towns
            x: town
            y: {}
            marks:
              - {type: bar, value: before, title: {en: before, ru: раньше}}
              - {type: bar, value: after, mirror: yes, title: {en: after, ru: потом}}
            """,
            "Bar chart with 14 bars. Compared: Alder, Birch, Cedar and 5 more. Highest: before, Cedar (50); lowest: before, Gorse (3). Without a value: Hazel.",
            "Столбчатая диаграмма: 14 столбцов. Сравниваются: Ольха, Берёза, Кедр и ещё 5 позиций. Наибольшее значение: раньше, Кедр (50); наименьшее: раньше, Дрок (3). Нет значения: Лещина."
        },
        {
            "grouped bars",
            """
            data: years
            x: {field: year, type: band}
            y: loans
            marks:
              - {type: bar, series: sort, arrange: grouped}
            states: {films: {highlight: {sort: films}}}
            """,
            "Grouped bar chart with 5 bars. Values: Loans. Period: 2020 to 2022. Change: books – down from 500 to 420, with a low of 300 (2021); films – up from 100 to 180. Highlighted: films. Without a value: films, 2021.",
            "Столбчатая диаграмма, столбцы стоят группами: 5 столбцов. Значения: Выдачи. Период: 2020 — 2022. Изменение: книги — снижение от 500 до 420, в нижней точке 300 (2021); фильмы — рост от 100 до 180. Выделено: фильмы. Нет значения: фильмы, 2021."
        },
        {
            "stacked bars",
            """
            data: years
            y: {field: year, type: band}
            x: loans
            marks:
              - {type: bar, series: sort}
            states: {all: {show: {year: [2020, 2022]}}}
            """,
            "Stacked bar chart with 2 bars. Values: Loans. Period: 2020 to 2022. Parts: books and films. Largest part: 2020 – books, 500; 2022 – books, 420.",
            "Столбчатая диаграмма, столбцы поделены на части: 2 столбца. Значения: Выдачи. Период: 2020 — 2022. Части: книги и фильмы. Самая большая часть: 2020 — книги, 500; 2022 — книги, 420."
        },
        {
            "bars of shares",
            """
            data: years
            x: {field: year, type: band}
            y: loans
            marks:
              - {type: bar, series: sort, arrange: share}
            states: {all: {show: {year: [2020, 2022]}}}
            """,
            "Bar chart of shares with 2 bars. Values: Loans. Period: 2020 to 2022. Parts: books and films. Largest part: 2020 – books, 83.3%; 2022 – books, 70%.",
            "Столбчатая диаграмма долей: 2 столбца. Значения: Выдачи. Период: 2020 — 2022. Части: книги и фильмы. Самая большая часть: 2020 — книги, 83,3%; 2022 — книги, 70%."
        },
        {
            "many stacked bars",
            """
            data: towns
            x: {field: town}
            y: visits
            marks:
              - {type: bar, series: region, colour: region}
            """,
            "Stacked bar chart with 7 bars. Values: Visits. Compared: Alder, Birch, Cedar and 5 more. Parts: hills and coast. Highest total: Alder, 1,200; lowest total: Gorse, 300. Largest part most often: coast, in 5 bars of 7. Without a value: Hazel, hills.",
            "Столбчатая диаграмма, столбцы поделены на части: 7 столбцов. Значения: Посещения. Сравниваются: Ольха, Берёза, Кедр и ещё 5 позиций. Части: холмы и побережье. Наибольшая сумма: Ольха, 1200; наименьшая: Дрок, 300. Самая большая часть чаще всего: побережье, 5 столбцов из 7. Нет значения: Лещина, холмы."
        },
        {
            "lines",
            """
            data: years
            x: year
            y: {field: loans, title: {en: loans a year, ru: выдач за год}}
            marks:
              - {type: line, series: sort, hedge: hedge}
              - {type: rule, at: {y: 200}, title: {en: the goal, ru: цель}}
            """,
            "Line chart with 2 lines. Values: loans a year. Period: 2020 to 2022. Change: books – down from 500 to 420, with a low of 300 (2021); films – up (100 at first, over 180 at last). Without a value: films, 2021. Reference line: the goal, 200.",
            "Линейный график: 2 линии. Значения: выдач за год. Период: 2020 — 2022. Изменение: книги — снижение от 500 до 420, в нижней точке 300 (2021); фильмы — рост (в начале 100, в конце больше 180). Нет значения: фильмы, 2021. Линия отсчёта: цель, 200."
        },
        {
            "a line alone",
            """
            data: months
            x: month
            y: mean
            marks: line
            """,
            "Line chart with 1 line. Values: Mean. Period: January 2024 to 31 May 2024. Change: down from 5.8% to 2.4%, with a peak of 8.5% (March 2024). Without a value: February 2024.",
            "Линейный график: 1 линия. Значения: Среднее. Период: январь 2024 — 31 мая 2024. Изменение: снижение от 5,8% до 2,4%, на пике 8,5% (март 2024). Нет значения: февраль 2024."
        },
        {
            "panels of areas",
            """
            data: years
            facet: sort
            x: year
            y: loans
            marks: area
            """,
            "Area chart with 2 areas. 2 panels: books and films. Values: Loans. Period: 2020 to 2022. Change: books – down from 500 to 420, with a low of 300 (2021); films – up from 100 to 180. Without a value: films, 2021.",
            "График с заливкой: 2 области. 2 панели: книги и фильмы. Значения: Выдачи. Период: 2020 — 2022. Изменение: книги — снижение от 500 до 420, в нижней точке 300 (2021); фильмы — рост от 100 до 180. Нет значения: фильмы, 2021."
        },
        {
            "stacked areas",
            """
            data: years
            x: year
            y: loans
            marks:
              - {type: area, series: sort}
            states: {all: {show: {year: [2020, 2022]}}}
            """,
            "Area chart with 2 layers, one on another. Values: Loans. Period: 2020 to 2022. Change: books – down from 500 to 420; films – up from 100 to 180.",
            "График с заливкой, слои лежат друг на друге: 2 слоя. Значения: Выдачи. Период: 2020 — 2022. Изменение: книги — снижение от 500 до 420; фильмы — рост от 100 до 180."
        },
        {
            "areas of shares",
            """
            data: years
            x: year
            y: loans
            marks:
              - {type: area, series: sort, arrange: share}
            states: {all: {show: {year: [2020, 2022]}}}
            """,
            "Area chart of shares with 2 layers. Values: Loans. Period: 2020 to 2022. Change: books – down from 83.3% to 70%; films – up from 16.7% to 30%.",
            "График долей: 2 слоя. Значения: Выдачи. Период: 2020 — 2022. Изменение: книги — снижение от 83,3% до 70%; фильмы — рост от 16,7% до 30%."
        },
        {
            "a band between two values",
            """
            data: months
            x: month
            y: {unit: "%"}
            marks:
              - {type: area, low: least, high: most, title: {en: the spread, ru: разброс}}
              - {type: line, value: mean, title: {en: the mean, ru: среднее}}
            """,
            "Chart of a band between two values. Period: January 2024 to 31 May 2024. Band: the spread. Widest: 4–9% (January 2024); narrowest: 8–9% (March 2024). Change: the mean – down from 5.8% to 2.4%, with a peak of 8.5% (March 2024). Without a value: February 2024.",
            "График: 1 полоса между двумя значениями. Период: январь 2024 — 31 мая 2024. Полоса: разброс. Наибольший разброс: 4–9% (январь 2024); наименьший: 8–9% (март 2024). Изменение: среднее — снижение от 5,8% до 2,4%, на пике 8,5% (март 2024). Нет значения: февраль 2024."
        },
        {
            "dots",
            """
            data: towns
            x: {type: log, field: visits}
            y: town
            marks: dot
            states: {two: {highlight: {id: [a, g]}}}
            """,
            "Dot chart with 7 dots. Values: Visits (logarithmic axis). Compared: Alder, Birch, Cedar and 5 more. Highest: Alder, 1,200; lowest: Gorse, 300. Highlighted: Alder, 1,200; Gorse, 300. Without a value: Hazel.",
            "Точечная диаграмма: 7 точек. Значения: Посещения (логарифмическая ось). Сравниваются: Ольха, Берёза, Кедр и ещё 5 позиций. Наибольшее значение: Ольха, 1200; наименьшее: Дрок, 300. Выделено: Ольха, 1200; Дрок, 300. Нет значения: Лещина."
        },
        {
            "points between two axes of numbers",
            """
            data: towns
            x: visits
            y: loans
            marks:
              - {type: dot, label: town, size: before}
              - {type: text, at: {x: 500, y: 30}, words: {en: "more visits,\nmore loans", ru: "больше посещений —\nбольше выдач"}}
            """,
            "Scatter plot with 7 dots. Across: Visits, from 300 to 1,200. Upwards: Loans, from 9 to 40. Compared: Alder, Birch, Cedar and 5 more. On the whole, the farther right, the higher. Area of the dots: In 2020; largest: Cedar, 50. Highest: Alder, 40; lowest: Gorse, 9. Without a value: Hazel. Written on the chart: more visits, more loans.",
            "Диаграмма рассеяния: 7 точек. По горизонтали: Посещения, от 300 до 1200. По вертикали: Выдачи, от 9 до 40. Сравниваются: Ольха, Берёза, Кедр и ещё 5 позиций. В целом чем правее, тем выше. Площадь точки: В 2020 году; самая большая: Кедр, 50. Наибольшее значение: Ольха, 40; наименьшее: Дрок, 9. Нет значения: Лещина. На графике написано: больше посещений — больше выдач."
        },
        {
            "ranges in groups, with a note",
            """
            data: towns
            x: {unit: "%", domain: [0, 100]}
            y: {type: band, label: town, group: region, groups: {hills: {en: In the hills, ru: На холмах}}}
            marks:
              - {type: range, low: low, high: high, hedge: hedge}
            notes:
              - {name: gap, band: [31, 90], text: {en: "nobody\nsays so", ru: "никто\nтак не считает"}}
            states: {claims: {highlight: {kind: claim}}}
            """,
            "Range chart with 7 rows. 2 groups: In the hills and coast. Lowest: Gorse, 2–3%; highest: Alder, 10–30%. Widest range: Alder, 10–30%. Open at one end: Birch, at least 25%; Cedar, up to 12%. Highlighted: 5 of 7 rows. Highlighted values: from 2% to 21%. Without a value: Hazel. Note: nobody says so.",
            "Диаграмма отрезков: 7 строк. 2 группы: На холмах и побережье. Ниже всего: Дрок, 2–3%; выше всего: Ольха, 10–30%. Самый широкий отрезок: Ольха, 10–30%. Один конец открыт: Берёза, от 25%; Кедр, до 12%. Выделено строк: 5 из 7. Выделенные значения: от 2% до 21%. Нет значения: Лещина. Пояснение: никто так не считает."
        },
        {
            "arrows",
            """
            data: towns
            x: {}
            y: town
            marks:
              - {type: arrow, from: before, to: after}
            states: {gorse: {highlight: {id: g}}}
            """,
            "Arrow chart with 7 arrows. Compared: Alder, Birch, Cedar and 5 more. Arrows go from In 2020 to In 2025. Largest rise: Alder – from 10 to 30. Largest fall: Cedar – from 50 to 20. Highlighted: Gorse. Without a value: Hazel.",
            "Диаграмма со стрелками: 7 стрелок. Сравниваются: Ольха, Берёза, Кедр и ещё 5 позиций. Начало стрелки: В 2020 году; конец: В 2025 году. Самый большой рост: Ольха — от 10 до 30. Самое большое снижение: Кедр — от 50 до 20. Выделено: Дрок. Нет значения: Лещина."
        },
        {
            "few arrows",
            """
            data: towns
            x: {}
            y: town
            marks:
              - {type: arrow, from: before, to: after}
            states: {gorse: {show: {id: [a, b, c]}}}
            """,
            "Arrow chart with 3 arrows. Compared: Alder, Birch and Cedar. Arrows go from In 2020 to In 2025. Change: Alder – up from 10 to 30; Birch – hardly changed, from 20 to 19.9; Cedar – down from 50 to 20.",
            "Диаграмма со стрелками: 3 стрелки. Сравниваются: Ольха, Берёза и Кедр. Начало стрелки: В 2020 году; конец: В 2025 году. Изменение: Ольха — рост от 10 до 30; Берёза — почти без изменений, от 20 до 19,9; Кедр — снижение от 50 до 20."
        },
        {
            "a crowd",
            """
            data: totals
            marks:
              - {type: unit, upto: upto, words: words}
            """,
            "A crowd of 30 dots. One dot stands for 1,000. Totals from the inside out: 21,000 – counted; 30,000 – reckoned.",
            "Толпа из 30 точек. Каждая точка — 1000. Итого от середины наружу: 21 000 — посчитаны; 30 000 — по расчёту."
        },
        {
            "dots in groups",
            """
            data: countries
            marks:
              - {type: unit, value: people, group: side, colour: side}
            """,
            "184 dots, gathered in circles. One dot stands for 1,000. Shown: right, 180,000; left, 4,000. Without a value: Malta.",
            "Круги из точек: 184 точки. Каждая точка — 1000. Показано: справа, 180 000; слева, 4000. Нет значения: Мальта."
        },
        {
            "a crowd told by colours",
            """
            data: countries
            marks:
              - {type: unit, value: people, colour: side}
            states: {left: {highlight: {side: left}}}
            """,
            "A crowd of 184 dots. One dot stands for 1,000. Shown: right, 180,000; left, 4,000. Highlighted: left. Without a value: Malta.",
            "Толпа из 184 точек. Каждая точка — 1000. Показано: справа, 180 000; слева, 4000. Выделено: слева. Нет значения: Мальта."
        },
        {
            "a map of regions",
            """
            data: countries
            map: world
            marks:
              - {type: geo, region: code, colour: side}
            states: {cyprus: {highlight: {code: CYP}}}
            """,
            "Map with 4 regions. By colour: right – Georgia and Armenia; left – Cyprus and Malta. Highlighted: Cyprus.",
            "Карта: 4 региона. По цвету: справа — Грузия и Армения; слева — Кипр и Мальта. Выделено: Кипр."
        },
        {
            "a map of circles",
            """
            data: countries
            map: world
            marks:
              - {type: geo, region: code, size: people}
            """,
            "Map with 3 circles. Values: People. Shown: Georgia, 70,000; Armenia, 110,000; Cyprus, 4,000. Without a value: Malta.",
            "Карта: 3 круга. Значения: Человек. Показано: Грузия, 70 000; Армения, 110 000; Кипр, 4000. Нет значения: Мальта."
        },
    };

    [Theory]
    [MemberData(nameof(Charts))]
    public void A_chart_is_described(string what, string chart, string english, string russian)
    {
        Assert.Equal((what, english, russian), (what, Compose(chart, "en"), Compose(chart, "ru")));
    }

    [Fact]
    public void A_number_keeps_to_the_word_that_it_counts_and_a_dash_to_the_word_before_it()
    {
        var spec = Read("data: years\nx: year\ny: loans\nmarks:\n  - {type: line, series: sort}\n");

        var russian = ChartDescription.Compose(spec, spec.States[0], Languages["ru"]);

        Assert.Contains("2\u00A0линии", russian, StringComparison.Ordinal);
        Assert.Contains("2020\u00A0— 2022", russian, StringComparison.Ordinal);
        Assert.Contains("от\u00A0500 до\u00A0420", russian, StringComparison.Ordinal);
    }

    private const string WithStates =
        """
        data: towns
        alt: {en: Bars of visits. Alder leads, ru: Столбцы посещений.}
        x: town
        y: visits
        marks: [bar, {type: dot, value: loans}]
        notes: [{name: few, band: [0, 10], text: few}]
        states:
          all:
          quiet: {notes: []}
          both: {marks: [bar, dot2], title: Both}
          own: {show: {region: hills}, alt: "Two towns in the hills."}
          lit: {highlight: {id: [a, b]}}
          hills: {show: {region: hills}}
          bars: {marks: bar}
          sorted: {order: visits}
          scaled: {domain: [0, 2000]}
          loans: {value: loans}
        """;

    [Theory]
    [InlineData("all", "Bars of visits. Alder leads.")]
    [InlineData("quiet", "Bars of visits. Alder leads.")]
    [InlineData("both", "Bars of visits. Alder leads.")]
    [InlineData("own", "Two towns in the hills.")]
    [InlineData("lit", "Bars of visits. Alder leads. Highlighted: Alder and Birch.")]
    public void The_words_of_the_author_hold_while_the_whole_chart_is_seen(string state, string expected)
    {
        var spec = Read(WithStates);

        Assert.Equal(expected, ChartDescription.For(spec, spec.State(state)!, Languages["en"]));
    }

    [Theory]
    [InlineData("hills")]
    [InlineData("bars")]
    [InlineData("sorted")]
    [InlineData("scaled")]
    [InlineData("loans")]
    public void A_state_that_shows_something_else_is_described_anew(string state)
    {
        var spec = Read(WithStates);

        Assert.Equal(ChartDescription.Compose(spec, spec.State(state)!, Languages["en"]), ChartDescription.For(spec, spec.State(state)!, Languages["en"]));
    }

    [Fact]
    public void A_language_without_the_words_prints_their_keys()
    {
        var spec = Read("data: towns\nx: town\ny: visits\nmarks: bar\n");
        var bare = Language.Read("xx", new SourceText("theme/words/xx.yml", "name: X\nmonths: [a, b, c, d, e, f, g, h, i, j, k, l]\n"), [])!;

        Assert.StartsWith("[describe.sort.bars]. [describe.values].", ChartDescription.Compose(spec, spec.States[0], bare), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_have_the_same_words_for_descriptions()
    {
        static IEnumerable<string> Keys(string code) => Languages[code].Words.Keys.Where(k => k.StartsWith("describe.", StringComparison.Ordinal)).Select(k => k.Split('.') is [.. var head, "one" or "few" or "many" or "other"] ? string.Join('.', head) : k).Distinct();

        Assert.Equal(Keys("en"), Keys("ru"));
    }

    private static string Compose(string chart, string code)
    {
        var spec = Read(chart);
        return Plain(ChartDescription.Compose(spec, spec.States[0], Languages[code]));
    }

    // Spaces that do not break are spaces to the eye.
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static ChartSpec Read(string chart)
    {
        var findings = new List<Diagnostic>();
        var datasets = new[] { ("towns", Towns), ("years", Years), ("months", Months), ("countries", Countries), ("totals", Totals) }.ToDictionary(d => d.Item1, d => Dataset.Read(new SourceText($"input/data/{d.Item1}.yml", d.Item2), findings)!);
        var spec = ChartReader.Read(new SourceText("input/charts/chart.yml", "title: T\n" + chart), datasets, new HashSet<string>(), findings);
        Assert.Equal([], findings.Lines());
        return Assert.IsType<ChartSpec>(spec);
    }
}
