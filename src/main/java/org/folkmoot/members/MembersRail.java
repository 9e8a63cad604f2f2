package org.folkmoot.members;

import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Our pages in the rail.
@Configuration(proxyBeanMethods = false)
class MembersRail {

    @Bean
    RailItem peopleItem() {
        return item(10, "People", "users", "/people", "p");
    }

    @Bean
    RailItem segmentsItem() {
        return item(30, "Segments", "chart-pie", "/segments", "s");
    }

    private static RailItem item(int order, String label, String icon, String path, String key) {
        return new RailItem(
                RailItem.Group.PEOPLE, order, label, icon, path, key, Permission.SEE_PEOPLE);
    }
}
