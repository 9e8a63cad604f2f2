package org.folkmoot.sources.gitlab;

import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;

class ForgePullTests extends Landing {

    private final Forge there = new Forge();

    ForgePullTests() {
        there.thread("issues/1", 1, "Broken");
        there.note("issues/1/notes/5", 2, "So it is");
        there.thread("merge_requests/1", 3, "Mended");
    }

    @Override
    protected String platform() {
        return "gitlab";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return there.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "projects", "us/moot");
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("token", "s3cret-of-Ada");
    }
}
