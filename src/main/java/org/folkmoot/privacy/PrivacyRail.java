package org.folkmoot.privacy;

import java.util.List;
import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Our pages in the rail, our parts on other pages, and the tabs between our own.
@Configuration(proxyBeanMethods = false)
class PrivacyRail {

    @Bean
    RailItem privacyItem() {
        return new RailItem(
                RailItem.Group.SET_UP,
                35,
                "Privacy",
                "shield-lock",
                "/privacy",
                "",
                Permission.SEE_TRAIL);
    }

    @Bean
    PagePart privacyOfOne() {
        return new PagePart(
                PagePart.Place.PROFILE_SIDE,
                90,
                "Privacy",
                "/privacy/of/{member}",
                Permission.SEE_TRAIL);
    }

    @Bean
    PagePart privacyRequestsDue() {
        return new PagePart(
                PagePart.Place.TODAY_WAITING,
                30,
                "Privacy requests",
                "/privacy/due",
                Permission.HANDLE_PRIVACY);
    }

    /// @param current the last part of its address; empty for the requests
    static List<Tab> tabs(Visitor visitor, String current) {
        var home = "/c/" + visitor.community().slug() + "/privacy";
        return List.of(
                new Tab("Requests", home, "", current.isEmpty()),
                new Tab("Register", home + "/register", "", current.equals("register")),
                new Tab("Retention", home + "/retention", "", current.equals("retention")),
                new Tab("Who looked", home + "/looks", "", current.equals("looks")),
                new Tab("Forgotten", home + "/forgotten", "", current.equals("forgotten")));
    }
}
