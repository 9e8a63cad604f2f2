package org.folkmoot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What keeps the house readable, held by itself.
class HouseRulesTests {

    private static final Pattern MARKUP =
            Pattern.compile(
                    "(?i)<style\\b|\\sstyle\\s*=|\\son[a-z]+\\s*=\\s*[\"'$]|<script(?![^>]*\\bsrc=)(?![^>]*application/json)");

    private static final Pattern PUBLIC =
            Pattern.compile(
                    "(?m)^public (?:(?:final|sealed|non-sealed|abstract) )*(?:class|record|interface|enum|@interface) ");

    @Test
    void filesAreShort() {
        var sources = Source.java();
        assertThat(sources).filteredOn(s -> s.lines() > 250).isEmpty();
        var under100 = sources.stream().filter(s -> s.lines() < 100).count();
        assertThat((double) under100 / sources.size()).isGreaterThan(0.6);
        var under200 = sources.stream().filter(s -> s.lines() < 200).count();
        assertThat((double) under200 / sources.size()).isGreaterThan(0.9);
    }

    @Test
    void namesSayWhatThingsAre() {
        assertThat(Source.java())
                .filteredOn(
                        s ->
                                s.name()
                                        .matches(
                                                ".*(Impl|Util|Utils|Helper|Manager|Dto|DTO|Mapper|Constants)"))
                .isEmpty();
    }

    @Test
    void everyPackageIntroducesItselfAndIsNullMarked() {
        var folders = Source.java().stream().map(s -> s.path().getParent()).distinct().toList();
        assertThat(folders).allMatch(f -> Files.exists(f.resolve("package-info.java")));
        assertThat(Source.java())
                .filteredOn(s -> s.name().equals("package-info"))
                .hasSameSizeAs(folders)
                .allMatch(s -> s.text().startsWith("/// "))
                .allMatch(s -> s.text().contains("@NullMarked"));
    }

    @Test
    void publicTypesSayWhatTheyAre() {
        for (var source : Source.java()) {
            var type = PUBLIC.matcher(source.text());
            if (type.find()) {
                assertThat(source.text().substring(0, type.start()))
                        .as(source.toString())
                        .containsPattern("(?m)^/// ");
            }
        }
    }

    @Test
    void nothingIsInjectedIntoFields() {
        assertThat(Source.java())
                .noneMatch(s -> s.text().contains("@Autowired") || s.text().contains("@Inject"));
    }

    @Test
    void onlyTheShellPrints() {
        assertThat(Source.java())
                .filteredOn(s -> !s.module().equals("shell"))
                .noneMatch(s -> s.text().contains("System.out") || s.text().contains("System.err"));
    }

    @Test
    void pagesHoldNoScriptsAndStylesOfTheirOwn() {
        var templates = Source.all("src/main/jte", ".jte");
        assertThat(templates).hasSizeGreaterThan(20);
        for (var template : templates) {
            assertThat(template.text()).as(template.toString()).doesNotContainPattern(MARKUP);
        }
    }

    /// Packages of one module stand above each other: none knows one that knows it, by whatever
    /// way.
    @Test
    void packagesOfSourcesKnowEachOtherOneWay() {
        var known = Pattern.compile("import (?:static )?(org\\.folkmoot\\.sources[.a-z]*)\\.[A-Z]");
        var in = Pattern.compile("(?m)^package (.*);");
        var left = new HashMap<String, Set<String>>();
        for (var source : Source.java()) {
            if (source.module().equals("sources")) {
                var its = in.matcher(source.text());
                assertThat(its.find()).as(source.toString()).isTrue();
                var imports = left.computeIfAbsent(its.group(1), _ -> new HashSet<>());
                known.matcher(source.text())
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !name.equals(its.group(1)))
                        .forEach(imports::add);
            }
        }
        assertThat(left).hasSizeGreaterThan(20);
        while (left.values().removeIf(one -> one.stream().noneMatch(left::containsKey))) {
            // until nobody is left who knows only those that are gone
        }
        assertThat(left).isEmpty();
    }

    @Test
    void nothingIsPutOff() {
        var putOff =
                Pattern.compile(
                        "\\b("
                                + String.join("|", List.of("TO" + "DO", "FIX" + "ME", "XX" + "X"))
                                + ")\\b");
        for (var folder : List.of("src", "docs")) {
            for (var ending :
                    List.of(".java", ".jte", ".css", ".js", ".sql", ".properties", ".md")) {
                for (var source : Source.all(folder, ending)) {
                    assertThat(source.text()).as(source.toString()).doesNotContainPattern(putOff);
                }
            }
        }
    }
}
