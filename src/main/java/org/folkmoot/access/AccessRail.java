package org.folkmoot.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Our own pages in the rail.
@Configuration(proxyBeanMethods = false)
class AccessRail {

    @Bean
    RailItem teamItem() {
        return new RailItem(
                RailItem.Group.SET_UP,
                30,
                "Team",
                "users-group",
                "/team",
                "t",
                Permission.SEE_TEAM);
    }

    @Bean
    RailItem tokensItem() {
        return new RailItem(
                RailItem.Group.SET_UP,
                40,
                "API tokens",
                "key",
                "/tokens",
                "",
                Permission.MANAGE_TOKENS);
    }

    @Bean
    RailItem trailItem() {
        return new RailItem(
                RailItem.Group.SET_UP,
                50,
                "Audit trail",
                "history",
                "/trail",
                "",
                Permission.SEE_TRAIL);
    }
}
