package org.folkmoot.identity;

import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Our page in the rail.
@Configuration(proxyBeanMethods = false)
class IdentityRail {

    @Bean
    RailItem duplicatesItem() {
        return new RailItem(
                RailItem.Group.PEOPLE,
                15,
                "Duplicates",
                "user-question",
                "/people/duplicates",
                "d",
                Permission.EDIT_PEOPLE);
    }
}
