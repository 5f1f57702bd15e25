using System.Security.Cryptography;
using System.Text;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Publish;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.PublishTests;

public sealed class ThemeTests
{
    [Fact]
    public void A_file_that_browsers_fetch_has_its_content_s_hash_in_its_name()
    {
        var theme = Read([("theme/fonts/sans.woff2", "font"), ("theme/scripts/story.js", "start();")]);

        Assert.Equal(
            [$"assets/sans.{HashOf("font")}.woff2", $"assets/story.{HashOf("start()")}.js"],
            theme.Assets.Select(a => a.Path));
        Assert.Equal($"/assets/sans.{HashOf("font")}.woff2", theme.Addresses["fonts/sans.woff2"]);
        Assert.Equal("start()", Encoding.UTF8.GetString(theme.Assets[1].Bytes.Span));
    }

    [Fact]
    public void A_change_in_a_file_changes_its_address()
    {
        var before = Read([("theme/scripts/story.js", "start();")]).Addresses["scripts/story.js"];

        Assert.NotEqual(before, Read([("theme/scripts/story.js", "stop();")]).Addresses["scripts/story.js"]);
        Assert.Equal(before, Read([("theme/scripts/story.js", "start();")]).Addresses["scripts/story.js"]);
    }

    [Fact]
    public void A_module_that_is_imported_at_once_and_later_is_joined_and_published()
    {
        var theme = Read([("theme/scripts/a.js", "import \"./c.js\";"), ("theme/scripts/b.js", "setTimeout(() => import(\"./c.js\"));"), ("theme/scripts/c.js", "go();")]);

        string Written(string name) => Encoding.UTF8.GetString(theme.Assets.Single(a => "/" + a.Path == theme.Addresses[name]).Bytes.Span);
        Assert.Equal("(()=>{(()=>{go()})(),(()=>{})()})()", Written("scripts/a.js"));
        Assert.Contains($"\"{theme.Addresses["scripts/c.js"]}\"", Written("scripts/b.js"), StringComparison.Ordinal);
        Assert.Equal("go()", Written("scripts/c.js"));
    }

    [Fact]
    public void What_pages_hold_themselves_is_no_file()
    {
        var theme = Read([("theme/scripts/start.js", "go();"), ("theme/styles/blocks.css", ".guess { color: red; }")]);

        Assert.Empty(theme.Assets);
        Assert.Equal("go()", theme.Start);
        Assert.Equal(".guess{color: red}", theme.BlockStyles);
    }

    [Fact]
    public void A_style_names_a_font_by_its_published_address()
    {
        var theme = Read(
        [
            ("theme/fonts/sans.woff2", "font"),
            ("theme/styles/1-base.css", "@font-face { src: url(\"../fonts/sans.woff2\") format(\"woff2\"); }\n.a { background: url(../fonts/sans.woff2); }\n"),
        ]);

        var address = $"/assets/sans.{HashOf("font")}.woff2";
        Assert.Equal($"@font-face{{src: url(\"{address}\") format(\"woff2\")}}.a{{background: url(\"{address}\")}}", theme.Styles);
    }

    [Fact]
    public void Styles_are_joined_in_the_order_of_their_names_without_comments()
    {
        var theme = Read(
        [
            ("theme/styles/2-page.css", ".b { color: red; }\n"),
            ("theme/styles/1-base.css", "/* First\n   of all. */\n.a   .c {\n  margin: 0 auto;\n  color: blue;\n}\n"),
        ]);

        Assert.Equal(".a .c{margin: 0 auto;color: blue}.b{color: red}", theme.Styles);
    }

    [Fact]
    public void Styles_for_pages_without_scripts_are_a_file_of_their_own()
    {
        var theme = Read([("theme/styles/1-base.css", ".a { color: red; }"), ("theme/styles/noscript.css", ".b { color: red; }")]);

        Assert.Equal(".a{color: red}", theme.Styles);
        Assert.Equal([$"assets/noscript.{HashOf(".b{color: red}")}.css"], theme.Assets.Select(a => a.Path));
    }

    [Fact]
    public void A_module_is_published_with_all_that_it_imports_as_one_file()
    {
        var theme = Read([("theme/scripts/a.js", "import { b as bee } from \"./b.js\";\nbee();"), ("theme/scripts/b.js", "import \"./c.js\";\nexport const c = 2;\nexport const b = () => c;"), ("theme/scripts/c.js", "go();")]);

        Assert.Equal(["scripts/a.js"], theme.Addresses.Keys);
        var written = Encoding.UTF8.GetString(theme.Assets.Single().Bytes.Span);
        Assert.Equal("(()=>{(()=>{go()})();const n=(()=>{const n=2;return()=>n})();(()=>{const t=n;t()})()})()", written);
        Assert.Equal($"/assets/a.{HashOf(written)}.js", theme.Addresses["scripts/a.js"]);
    }

    [Theory]
    [InlineData("import { open } from \"./b.js\";\nopen(1);", "(()=>{const n=(()=>{function n(){}return n})();(()=>{n(1)})()})()")]
    [InlineData("import { open } from \"./b.js\";\nimport \"./c.js\";\nopen(1);", "(()=>{const n=(()=>{function n(){}return n})();(()=>{open(\"/\")})();(()=>{const t=n;t(1)})()})()")]
    [InlineData("import { open, shut } from \"./b.js\";\nopen(shut);", "(()=>{const[n,t]=(()=>{function n(){}return[n,1]})();(()=>{n(t)})()})()")]
    public void What_a_module_exports_means_nothing_to_those_that_do_not_import_it(string script, string joined)
    {
        var theme = Read([("theme/scripts/a.js", script), ("theme/scripts/b.js", "export function open() {}\nexport const shut = 1;"), ("theme/scripts/c.js", "open(\"/\");")]);

        Assert.Equal(joined, Encoding.UTF8.GetString(theme.Assets.Single(a => a.Path.StartsWith("assets/a.", StringComparison.Ordinal)).Bytes.Span));
    }

    [Fact]
    public void A_module_that_is_imported_later_is_named_by_its_published_address()
    {
        // In the alphabet the importer comes first; it must wait for what it imports.
        var theme = Read([("theme/scripts/a.js", "export const a = () => import(\"./b.js\");"), ("theme/scripts/b.js", "go();")]);

        Assert.Equal([$"/assets/b.{HashOf("go()")}.js", $"/assets/a.{HashOf($"export const a=()=>import(\"/assets/b.{HashOf("go()")}.js\")")}.js"], theme.Assets.Select(a => "/" + a.Path));
    }

    [Fact]
    public void A_script_is_published_without_comments_and_spaces_and_one_that_is_not_understood_as_it_stands()
    {
        const string Modern = "class Dot { #at; get at() { return this.#at ??= window?.name; } }\n";

        Assert.Equal("class Dot{#at;get at(){return this.#at??=window?.name}}", Published("// Why.\n" + Modern));
        Assert.Equal("let let = }\n", Published("let let = }\n"));

        static string Published(string script) => Encoding.UTF8.GetString(Read([("theme/scripts/story.js", script)]).Assets.Single().Bytes.Span);
    }

    [Theory]
    [InlineData("import \"./graphics.js\";", "imports ./graphics.js, which is not there")]
    [InlineData("setTimeout(() => import(\"./graphics.js\"));", "imports ./graphics.js, which is not there")]
    [InlineData("import { came } from \"./graphic.js\";", "imports came, which ./graphic.js does not export")]
    [InlineData("import { go, go as went } from \"./graphic.js\";", "in a way that cannot be joined")]
    [InlineData("import * as all from \"./graphic.js\";", "in a way that cannot be joined")]
    [InlineData("import x from 'elsewhere';", "in a way that cannot be joined")]
    [InlineData("export let a = 1;", "in a way that cannot be joined")]
    [InlineData("export default 1;", "in a way that cannot be joined")]
    [InlineData("export { a };", "in a way that cannot be joined")]
    [InlineData("import \"./a.js\";", "imports one that imports it in turn")]
    public void A_module_that_cannot_be_joined_with_what_it_imports_is_reported(string script, string message)
    {
        var findings = new List<Diagnostic>();

        Theme.Read(Files([("theme/scripts/a.js", script), ("theme/scripts/graphic.js", "export const go = 1;")]), findings);

        Assert.Equal(["EX0504"], findings.Select(f => f.Code));
        Assert.Equal("theme/scripts/a.js:1:1", findings[0].Where.ToString());
        Assert.Contains(message, findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_scripts_of_one_name_are_reported_as_none_could_be_told_from_the_other()
    {
        var findings = new List<Diagnostic>();

        Theme.Read(Files([("theme/scripts/old/start.js", "go();"), ("theme/scripts/start.js", "go();")]), findings);

        var finding = Assert.Single(findings);
        Assert.Equal(("EX0504", "theme/scripts/start.js:1:1"), (finding.Code, finding.Where.ToString()));
        Assert.Contains("theme/scripts/old/start.js", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_that_is_imported_later_may_lie_in_a_folder()
    {
        var theme = Read([("theme/scripts/a.js", "setTimeout(() => import(\"./b.js\"));"), ("theme/scripts/more/b.js", "go();")]);

        Assert.Equal($"setTimeout(()=>import(\"{theme.Addresses["scripts/more/b.js"]}\"))", Encoding.UTF8.GetString(theme.Assets.Single(a => "/" + a.Path == theme.Addresses["scripts/a.js"]).Bytes.Span));
    }

    [Fact]
    public void Modules_that_import_each_other_through_others_are_each_reported()
    {
        var findings = new List<Diagnostic>();

        Theme.Read(Files([("theme/scripts/a.js", "import \"./b.js\";"), ("theme/scripts/b.js", "import(\"./a.js\");"), ("theme/scripts/c.js", "import \"./a.js\";")]), findings);

        Assert.Equal(["theme/scripts/a.js", "theme/scripts/b.js"], findings.Select(f => f.Where!.ToString()!.Split(':')[0]));
    }

    [Theory]
    [InlineData("theme/layouts/story.hbs", "<p>{{#if title}}{{title}}</p>")]
    [InlineData("theme/layouts/story.hbs", "{{#each steps}}{{/if}}")]
    [InlineData("theme/layouts/partials/head.hbs", "{{#if title}}")]
    public void A_broken_layout_is_reported_with_its_file(string path, string layout)
    {
        var findings = new List<Diagnostic>();

        Theme.Read(Files([(path, layout)]), findings);

        Assert.Equal(["1:1 EX0501"], findings.Places());
        Assert.Equal($"{path}:1:1", findings[0].Where.ToString());
        Assert.StartsWith("this layout cannot be compiled: ", findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layout_is_filled_with_its_partials_and_words_are_escaped()
    {
        var theme = Read([("theme/layouts/story.hbs", "{{> head}}<p>{{title}} {{{html}}}</p>"), ("theme/layouts/partials/head.hbs", "<title>{{title}}</title>")]);

        var page = theme.Render("story", new Dictionary<string, object?> { ["title"] = "A < B", ["html"] = "<b>c</b>" });

        Assert.Equal("<title>A &lt; B</title><p>A &lt; B <b>c</b></p>", page);
    }

    [Fact]
    public void A_layout_that_names_what_is_not_there_cannot_be_filled()
    {
        var theme = Read([("theme/layouts/story.hbs", "<p>{{titel}}</p>")]);

        var error = Assert.Throws<ThemeException>(() => theme.Render("story", new Dictionary<string, object?> { ["title"] = "T" }));

        Assert.StartsWith("the layout theme/layouts/story.hbs cannot be filled: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("titel", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layout_that_the_theme_lacks_is_named()
    {
        var error = Assert.Throws<ThemeException>(() => Read([]).Render("front", new Dictionary<string, object?>()));

        Assert.Equal("the theme has no layout theme/layouts/front.hbs", error.Message);
    }

    private static Theme Read((string Path, string Content)[] files)
    {
        var findings = new List<Diagnostic>();
        var theme = Theme.Read(Files(files), findings);
        Assert.Empty(findings);
        return theme;
    }

    private static InputFiles Files((string Path, string Content)[] files) =>
        new(InputFiles.Empty.Files.AddRange(files.Select(f => KeyValuePair.Create(f.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Content)))));

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..8];
}
