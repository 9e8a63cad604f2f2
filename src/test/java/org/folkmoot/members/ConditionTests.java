package org.folkmoot.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The text of conditions: what can be read, how it is written, what is refused and in which words.
@NullUnmarked
class ConditionTests {

    private static final List<String> TEXTS =
            List.of(
                    "champion",
                    "of the first hour",
                    "and",
                    "NOT",
                    "everyone",
                    "\"quoted\"",
                    "back\\slash",
                    "(",
                    "山田花子",
                    "محمد",
                    "60",
                    "days",
                    "in",
                    "is",
                    "at least",
                    "<b>");

    private final Criteria criteria =
            new Criteria(
                    List.of(
                            known("platform", Part.operator("is", Shape.TEXT)),
                            known(
                                    "tag",
                                    Part.operator("is", Shape.TEXT),
                                    Part.operator("contains", Shape.TEXT),
                                    Part.operator("known")),
                            known(
                                    "role",
                                    Part.operator(
                                            "is",
                                            Shape.CHOICE,
                                            () ->
                                                    List.of(
                                                            new Choice("member", "a member"),
                                                            new Choice("staff", "staff")))),
                            known("silent", Part.operator("", Shape.DAYS)),
                            known(
                                    "joined",
                                    Part.operator("from", Shape.DATE),
                                    Part.operator("until", Shape.DATE)),
                            known("left"),
                            known(
                                    "activities",
                                    Part.detail("of kind", Shape.TEXT),
                                    Part.detail("in place", Shape.TEXT),
                                    Part.detail("in", Shape.DAYS),
                                    Part.detail("at least", Shape.NUMBER),
                                    Part.detail("at most", Shape.NUMBER))),
                    List.of(),
                    new org.springframework.beans.factory.support.DefaultListableBeanFactory()
                            .getBeanProvider(Segments.class));

    private static Criterion known(String key, Part... parts) {
        return Criterion.of(
                key, key, List.of(parts), (use, locale) -> key + " so", (use, asked) -> "select 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "everyone",
                "tag is champion",
                "tag is not champion",
                "tag is \"of the first hour\"",
                "tag known",
                "not tag known",
                "silent 1 day",
                "left and not silent 60 days",
                "joined from 2026-01-31 and joined until 2026-03-01",
                "(left and tag known) or activities",
                "platform is github and (tag is champion or activities of kind answer in 30 days at least 5)"
                        + " and not silent 60 days",
                "not (left or not left)",
                "activities of kind answer in place \"help desk\" in 7 days at least 2 at most 9",
            })
    void whatIsWrittenWellIsWrittenTheSameAgain(String text) {
        assertThat(criteria.read(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLATFORM Is github AND Left | platform is github and left",
                "((left)) | left",
                "left and (left and tag known) | left and left and tag known",
                "silent 60 | silent 60 days",
                "activities at least 5 in 30 days of kind answer | activities of kind answer in 30 days at least 5",
                "role is Staff | role is staff",
                "role is not \"a member\" | role is not member",
                "left or left and left | left or (left and left)",
                "tag is\"a b\" | tag is \"a b\"",
            })
    void whatIsWrittenOtherwiseIsPutInOrder(String text, String ordered) {
        assertThat(criteria.read(text).text()).isEqualTo(ordered);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tagg is champion | At “tagg” (character 1) I expected a condition; did you mean “tag”?",
                "left and xyz | character 10",
                "left and | At the end, after “left and” I expected a condition, such as",
                "tag | At the end, after “tag” I expected “is”, or “contains”, or “known”",
                "tag is | I expected a value: one word, or several in quotes",
                "tag is and left | At “and” (character 8) I expected a value",
                "tag is first hour | At “hour” (character 14) I expected “and”, “or”, or the end."
                        + " A value of several words stands in quotes.",
                "(left | I expected “and”, “or”, or a closing parenthesis",
                "left) | At “)” (character 5)",
                "silent soon | “silent soon” cannot be read: give a number of days",
                "silent 0 | number of days",
                "silent 99999999999 | number of days",
                "joined from yesterday | a day like 2026-03-28",
                "joined from +99999-01-01 | a day like 2026-03-28",
                "role is king | “role is king” cannot be: use one of member, staff.",
                "activities at least -1 | a whole number",
                "tag is \"open | The quote that begins at character 8 does not end",
                "tag is \"\" | 1 to 200 characters",
            })
    void whatCannotBeReadIsRefusedWithThePlaceAndWhatWasExpected(String text, String words) {
        assertThatThrownBy(() -> criteria.read(text))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining(words);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        assertThatThrownBy(() -> criteria.read("(".repeat(3000)))
                .hasMessageContaining("deep in each other");
        assertThatThrownBy(() -> criteria.read("not ".repeat(900) + "left"))
                .hasMessageContaining("deep in each other");
        assertThatThrownBy(() -> criteria.read("left or ".repeat(200) + "left"))
                .hasMessageContaining("more than 100 conditions");
        assertThatThrownBy(() -> criteria.read("x".repeat(4001))).hasMessageContaining("longer");
        assertThatThrownBy(() -> criteria.read("tag is " + "x".repeat(201)))
                .hasMessageContaining("200");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverIsWrittenIsReadAsTheSame(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var condition = condition(random, 4);
            assertThat(criteria.read(condition.text())).as(condition.text()).isEqualTo(condition);
            var query = new PeopleQuery("", condition, PeopleSort.NAME);
            assertThat(PeopleQuery.of(query.address(), criteria))
                    .as(query.address())
                    .isEqualTo(query);
        }
    }

    @Test
    void aSimpleFilterIsTheSameAsItsText() {
        var simple =
                PeopleQuery.of("q=ada&platform=slack&kind=answer&within=30&left=yes", criteria);
        assertThat(simple.whole().text())
                .isEqualTo(
                        "words ada and platform is slack and activities of kind answer in 30 days and left");
        var text =
                PeopleQuery.of(
                        "where=left%20and%20platform%20is%20slack%20and%20activities%20of%20kind%20answer%20in%2030%20days&q=ada",
                        criteria);
        assertThat(text).isEqualTo(simple);
        assertThat(text.address()).isEqualTo("q=ada&platform=slack&kind=answer&within=30&left=yes");
    }

    @Test
    void whatHasNoParameterOfItsOwnIsText() {
        var query = PeopleQuery.of("tag=a&where=tag%20is%20b%20or%20left", criteria);
        assertThat(query.address()).isEqualTo("tag=a&where=tag%20is%20b%20or%20left");
        assertThat(query.without(query.conditions().getFirst()).address())
                .isEqualTo("where=tag%20is%20b%20or%20left");
        assertThat(criteria.words(query.where(), Locale.ENGLISH))
                .isEqualTo("tag so and (tag so or left so)");
    }

    private Condition condition(Random random, int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(5)) {
            case 0 -> Condition.all(some(random, depth));
            case 1 -> Condition.any(some(random, depth));
            case 2 -> new Condition.Not(condition(random, depth - 1));
            default -> new Condition.Is(use(random));
        };
    }

    private List<Condition> some(Random random, int depth) {
        var some = new ArrayList<Condition>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            some.add(condition(random, depth - 1));
        }
        return some;
    }

    private Use use(Random random) {
        var all = criteria.here();
        var criterion = all.get(random.nextInt(all.size()));
        Map<String, String> values = new HashMap<>();
        var operators = criterion.parts().stream().filter(Part::operator).toList();
        if (!operators.isEmpty()) {
            var operator = operators.get(random.nextInt(operators.size()));
            values.put(operator.words(), value(operator, random));
        }
        criterion.parts().stream()
                .filter(p -> !p.operator() && random.nextBoolean())
                .forEach(p -> values.put(p.words(), value(p, random)));
        return Criteria.use(criterion, values);
    }

    private static String value(Part part, Random random) {
        return switch (part.shape()) {
            case NOTHING -> "";
            case CHOICE -> random.nextBoolean() ? "member" : "staff";
            case TEXT -> TEXTS.get(random.nextInt(TEXTS.size()));
            case NUMBER -> "" + random.nextInt(1000);
            case DAYS -> "" + (1 + random.nextInt(400));
            case DATE -> "2026-0%d-1%d".formatted(1 + random.nextInt(9), random.nextInt(10));
        };
    }
}
