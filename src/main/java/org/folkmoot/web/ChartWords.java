package org.folkmoot.web;

/// What stands around every chart, in the reader's language.
///
/// @param none in place of a chart that has nothing to show
/// @param behind opens the table behind it
/// @param below tells those who do not see it where the same numbers are
/// @param sure before the two borders of a band, in the table
public record ChartWords(String none, String behind, String below, String sure) {

    public static final ChartWords ENGLISH =
            new ChartWords(
                    "Nothing is known for this window yet.",
                    "The numbers behind it",
                    "The table below has the same numbers.",
                    "95 % sure");

    /// Those of a public page.
    public static ChartWords of(Words words) {
        return new ChartWords(
                words.of("chart.none"),
                words.of("chart.behind"),
                words.of("chart.below"),
                words.of("chart.sure"));
    }
}
