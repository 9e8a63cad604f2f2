package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// Somebody signs out in one window and goes on in another.
@HouseTest
class SignedOutElsewhereTests {

    @Autowired MockMvc mvc;
    @Autowired Town town;
    @Autowired Cast cast;

    private String home() {
        var community = town.found();
        cast.join(community, Role.LEAD);
        return "/c/" + community.slug();
    }

    @Test
    void aPartOfAPageLeadsToSignInAndBackToThatPage() throws Exception {
        var page = home() + "/people?sort=name";
        assertThat(led(page, "https://hub.example.org" + page)).isEqualTo(page);
        assertThat(led(page, "https://elsewhere.example/steal")).isEqualTo("/sign-in");
        assertThat(led(page, "no address at all")).isEqualTo("/sign-in");
    }

    private String led(String part, String current) throws Exception {
        var answer =
                mvc.perform(
                                get(java.net.URI.create(part))
                                        .header("HX-Request", "true")
                                        .header("HX-Current-URL", current))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(401);
        return String.valueOf(answer.getHeader("HX-Redirect"));
    }

    @Test
    void whatWasWrittenInThePageThatWasOpenTooLongIsGivenBack() throws Exception {
        assertThat(sent("same-origin").getContentAsString()).contains("Met on the &lt;train&gt;.");
        assertThat(sent("cross-site").getContentAsString()).doesNotContain("Met on the");
    }

    private MockHttpServletResponse sent(String from) throws Exception {
        var answer =
                mvc.perform(
                                post(home() + "/people/1/notes")
                                        .contentType("application/x-www-form-urlencoded")
                                        .header("Sec-Fetch-Site", from)
                                        .param("text", "Met on the <train>."))
                        .andReturn()
                        .getResponse();
        assertThat(answer.getStatus()).isEqualTo(403);
        return answer;
    }
}
