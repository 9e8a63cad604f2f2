package org.folkmoot.sources.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Vendor;

/// What holds for every connector, against a small Bot API.
abstract class TelegramContract extends ConnectorContract {

    static final String GROUP = Messenger.GROUP;

    final Messenger there = new Messenger(false);

    static String id(int n) {
        return GROUP + ":" + n;
    }

    @Override
    protected Connector connector() {
        return new TelegramConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return there.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base);
    }

    /// The vendor's only form: `/botTOKEN/METHOD`.
    @Override
    protected String address(Vendor.Asked asked) {
        var form = "/bot" + SECRET + "/";
        assertThat(asked.path()).startsWith(form);
        return asked.path().substring(form.length()) + asked.query();
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Messenger.no(429, "Too Many Requests: retry after 7", "{'retry_after': 7}");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(7);
    }
}
