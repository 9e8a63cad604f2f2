package org.folkmoot.activity;

import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ActivityRail {

    @Bean
    RailItem activityInTheRail() {
        return new RailItem(
                RailItem.Group.INSIGHT,
                20,
                "Activity",
                "activity",
                "/activity",
                "a",
                Permission.SEE_ACTIVITY);
    }
}
