package org.folkmoot.access;

import java.util.List;
import java.util.Map;
import org.folkmoot.web.PublicPage;
import org.folkmoot.web.When;
import org.folkmoot.web.Words;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/// One's own account as its page shows it.
///
/// @param home where the desk is
/// @param said what was just done, in words; empty for nothing
record Mine(
        PublicPage page,
        Words words,
        When when,
        Account account,
        List<CredentialRecord> passkeys,
        List<Sessions.Open> sessions,
        List<String> zones,
        String home,
        String said,
        Map<String, String> wrong,
        List<OwnSetting> own) {

    /// Where that page is, in the community visited last; empty without any.
    String address(OwnSetting setting) {
        return home.endsWith("/today")
                ? home.substring(0, home.length() - "/today".length()) + setting.path()
                : "";
    }

    String error(String field) {
        return wrong.getOrDefault(field, "");
    }

    /// Whether there is one way in, and it must stay.
    boolean lastWayIn() {
        return passkeys.size() == 1 && !account.hasPassword();
    }

    String zone() {
        return account.zone() == null ? "" : account.zone().getId();
    }

    String language() {
        return account.locale() == null ? "" : account.locale().toLanguageTag();
    }
}
