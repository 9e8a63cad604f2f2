package org.folkmoot.organisations;

import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Our page in the rail, and our picture on a profile.
@Configuration(proxyBeanMethods = false)
class OrganisationsRail {

    @Bean
    RailItem organisationsItem() {
        return new RailItem(
                RailItem.Group.PEOPLE,
                20,
                "Organisations",
                "building",
                "/organisations",
                "o",
                Permission.SEE_PEOPLE);
    }

    @Bean
    PagePart organisationsPart() {
        return new PagePart(
                PagePart.Place.PROFILE_SIDE,
                30,
                "Where they work",
                "/organisations/of/{member}",
                Permission.SEE_PEOPLE);
    }
}
