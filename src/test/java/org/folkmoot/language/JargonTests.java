package org.folkmoot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class JargonTests {

    private static List<Jargon.Post> said(boolean english, int people, String... texts) {
        var posts = new ArrayList<Jargon.Post>();
        for (var text : texts) {
            for (int who = 0; who < people; who++) {
                posts.add(new Jargon.Post(posts.size(), who, english, text));
            }
        }
        return posts;
    }

    private static final String[] TALK = {
        "I think we should look at the time of the next meeting before the weekend.",
        "There was a great deal of rain and the people of the town went home early.",
        "The government said that the number of houses in the city is too small."
    };

    private static List<Jargon.Post> with(List<Jargon.Post> more) {
        // so many words that those of the talk are as usual as elsewhere
        var all =
                new ArrayList<>(
                        said(true, 50, "and then there were some of them who did not ".repeat(40)));
        all.addAll(said(true, 5, TALK));
        more.forEach(
                p -> all.add(new Jargon.Post(1000 + all.size(), p.by(), p.english(), p.text())));
        return all;
    }

    private static List<String> words(List<Jargon.Post> posts, String... names) {
        return Jargon.of(posts, Set.of(names), 10).stream().map(Jargon.Term::words).toList();
    }

    @Test
    void whatNobodyElseSaysIsATermAndWhatEverybodySaysIsNot() {
        var posts = with(said(true, 5, "Then I wickified the whole thing and went home."));
        assertThat(words(posts))
                .contains("wickified")
                .doesNotContain("government", "city", "number", "time");
    }

    @Test
    void aPhraseIsOneTermAndNotTwo() {
        var posts = with(said(true, 5, "Please feed the goose before you leave the office."));
        assertThat(words(posts)).contains("feed the goose").doesNotContain("goose", "feed");
    }

    @Test
    void theHabitOfTwoPeopleIsNoTermOfTheCommunity() {
        var posts =
                with(said(true, 2, "I wickified it.", "Go and wickified it.", "He wickified it."));
        assertThat(words(posts)).doesNotContain("wickified");
    }

    @Test
    void aNameIsNoTerm() {
        var posts = with(said(true, 5, "Ask Quillby, she knows about it."));
        assertThat(words(posts)).contains("Quillby");
        assertThat(words(posts, "quillby")).doesNotContain("Quillby");
    }

    @Test
    void ofOtherLanguagesOnlyWhatLooksLikeASignIsTold() {
        var posts = with(said(false, 5, "Das Dochtwerk braucht LTS. Der WickHub auch."));
        assertThat(words(posts)).contains("WickHub", "LTS").doesNotContain("Dochtwerk", "braucht");
    }

    @Test
    void aTermComesWithALineInWhichItStands() {
        var posts = with(said(true, 5, "Long ago **somebody** wickified `code` here."));
        var term =
                Jargon.of(posts, Set.of(), 10).stream()
                        .filter(t -> t.words().equals("wickified"))
                        .findAny()
                        .orElseThrow();
        assertThat(term.use()).isEqualTo("Long ago somebody wickified here.");
        assertThat(term.people()).isEqualTo(5);
    }
}
