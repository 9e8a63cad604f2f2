package org.folkmoot.sources.asana;

import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;

class OfficePullTests extends Landing {

    private final Office there = new Office();

    OfficePullTests() {
        there.task("101", 1, "Rotate keys");
        there.task("102", 2, "Say hello");
        there.story("201", "101", 3, "Like so");
    }

    @Override
    protected String platform() {
        return "asana";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return there.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "projects", Office.PROJECT);
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("token", "s3cret-of-Ada");
    }
}
