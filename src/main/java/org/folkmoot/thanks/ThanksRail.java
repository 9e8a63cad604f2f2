package org.folkmoot.thanks;

import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.consent.Basis;
import org.folkmoot.consent.Purpose;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Our pages in the rail, and our pictures on the pages of others.
@Configuration(proxyBeanMethods = false)
class ThanksRail {

    @Bean
    RailItem thankItem() {
        return new RailItem(
                RailItem.Group.DOING, 30, "Thank", "heart", "/thanks", "", Permission.SEE_PEOPLE);
    }

    @Bean
    RailItem giftsItem() {
        return new RailItem(
                RailItem.Group.DOING, 35, "Gifts", "gift", "/gifts", "", Permission.SEE_PEOPLE);
    }

    @Bean
    Purpose giftsPurpose() {
        return new Purpose(GiftLinks.ASKS, Basis.INTEREST, false);
    }

    @Bean
    PagePart toThankOnToday() {
        return new PagePart(
                PagePart.Place.TODAY_PEOPLE,
                40,
                "To thank",
                "/thanks/today",
                Permission.SEE_PEOPLE);
    }

    @Bean
    PagePart thanksOnProfile() {
        return new PagePart(
                PagePart.Place.PROFILE_SIDE,
                60,
                "What they were thanked for",
                "/thanks/of/{member}",
                Permission.SEE_PEOPLE);
    }
}
