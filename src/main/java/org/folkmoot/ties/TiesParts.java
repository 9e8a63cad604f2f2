package org.folkmoot.ties;

import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.consent.Basis;
import org.folkmoot.consent.Purpose;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Our pages in the rail, and our tab on a profile.
@Configuration(proxyBeanMethods = false)
class TiesParts {

    @Bean
    RailItem tiesItem() {
        return new RailItem(
                RailItem.Group.INSIGHT,
                30,
                "Ties",
                "affiliate",
                "/ties",
                "n",
                Permission.SEE_ACTIVITY);
    }

    @Bean
    RailItem introductionsItem() {
        return new RailItem(
                RailItem.Group.DOING,
                20,
                "Introductions",
                "friends",
                "/introductions",
                "",
                Permission.SEE_PEOPLE);
    }

    /// Being written to together with somebody else, by a teammate's hand.
    @Bean
    Purpose introductionsPurpose() {
        return new Purpose(Moves.PURPOSE, Basis.INTEREST, false);
    }

    @Bean
    PagePart tiesTab() {
        return new PagePart(
                PagePart.Place.PROFILE_TAB,
                40,
                "Ties",
                "/ties/of/{member}",
                Permission.SEE_ACTIVITY);
    }
}
