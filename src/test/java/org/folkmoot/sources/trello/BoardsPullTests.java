package org.folkmoot.sources.trello;

import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;

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
}
