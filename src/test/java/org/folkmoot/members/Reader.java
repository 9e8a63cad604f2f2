package org.folkmoot.members;

import org.folkmoot.access.Cast;
import org.folkmoot.community.Community;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Somebody of the team who opens pages of a community and sends their forms.
///
/// @param who their address
record Reader(MockMvcTester browser, Community here, String who) {

    /// @param path below the community's own
    MvcTestResult get(String path) {
        return browser.get()
                .uri(java.net.URI.create("/c/" + here.slug() + path))
                .with(Cast.as(who))
                .exchange();
    }

    /// @param form names and values in turn
    MvcTestResult post(String path, String... form) {
        var request = browser.post().uri("/c/" + here.slug() + path).with(Cast.as(who));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }
}
