package org.folkmoot.briefing;

import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Our pages in the rail, our picture on Today, and our way into channels.
@Configuration(proxyBeanMethods = false)
class BriefingRail {

    @Bean
    RailItem briefingItem() {
        return new RailItem(
                RailItem.Group.INSIGHT,
                15,
                "Alerts and goals",
                "bell-ringing",
                "/briefing",
                "",
                Permission.SEE_NUMBERS);
    }

    @Bean
    HookLine hookLine(Environment settings) {
        return new HookLine(settings.getProperty("folkmoot.hooks.private", Boolean.class, false));
    }

    @Bean
    PagePart alertsOfToday() {
        return new PagePart(
                PagePart.Place.TODAY_WAITING,
                5,
                "What stands out",
                "/briefing/today",
                Permission.SEE_NUMBERS);
    }
}
