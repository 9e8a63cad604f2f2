package org.folkmoot.identity;

import org.folkmoot.access.Permission;
import org.folkmoot.access.RailBadge;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Our page in the rail.
@Configuration(proxyBeanMethods = false)
class IdentityRail {

    private static final String DUPLICATES = "/people/duplicates";

    @Bean
    RailItem duplicatesItem() {
        return new RailItem(
                RailItem.Group.PEOPLE,
                35,
                "Duplicates",
                "user-question",
                DUPLICATES,
                "d",
                Permission.EDIT_PEOPLE);
    }

    /// How many pairs wait to be decided.
    @Bean
    RailBadge duplicatesBadge(Verdicts verdicts) {
        return new RailBadge() {
            @Override
            public String path() {
                return DUPLICATES;
            }

            @Override
            public Permission needs() {
                return Permission.EDIT_PEOPLE;
            }

            @Override
            public int waiting(Visitor visitor) {
                return verdicts.open().pairs();
            }
        };
    }
}
