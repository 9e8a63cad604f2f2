package org.folkmoot.sources.trello;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class BoardsPullTests extends Landing {

    private final Boards there = new Boards();

    BoardsPullTests() {
        var card = there.card(100, "Rotate keys");
        there.comment(200, card, "Like so");
        there.comment(210, card, "Thank you");
        there.card(300, "Say hello");
    }

    @Override
    protected String platform() {
        return "trello";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return there.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "boards", "m00t");
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("key", "k3y-of-Ada", "token", "s3cret-of-Ada");
    }

    @Test
    void aCardIsCalledWhatItIsCalledNow() {
        var here = found();
        var source = connect(here);
        pull(here, source);
        var card = Boards.id(300, 0xc);
        var second = 400;
        for (var name : java.util.List.of("Alpha", "Zeta", "Beta")) {
            there.card(card).put("name", name);
            there.action(
                    second++,
                    "updateCard",
                    Map.of("card", Map.of("id", card), "old", Map.of("name", "Before")));
            later(here, source);
            assertThat(called(here, card)).startsWith(name);
        }
    }

    @Test
    void aVoteThatIsTakenBackAndGivenAgainCounts() {
        var here = found();
        var source = connect(here);
        pull(here, source);
        var card = Boards.id(300, 0xc);
        var vote = card + "/vote/" + Boards.id(3, 1);
        var second = 500;
        for (var voted : java.util.List.of(true, false, true, false)) {
            there.action(second, "voteOnCard", Map.of("card", Map.of("id", card), "voted", voted));
            second += 10;
            later(here, source);
            assertThat(counts(here, vote)).isEqualTo(voted);
        }
    }
}
