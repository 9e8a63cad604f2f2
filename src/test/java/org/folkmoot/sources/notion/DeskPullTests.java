package org.folkmoot.sources.notion;

import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;

class DeskPullTests extends Landing {

    private final Desk there = new Desk();

    DeskPullTests() {
        var page = there.page(11, 1, "Plan");
        there.comment(22, page, 2, "Good");
        there.page(12, 3, "Feedback");
    }

    @Override
    protected String platform() {
        return "notion";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return there.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "data-sources", Desk.SOURCE);
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("token", "s3cret-of-Ada");
    }
}
