package org.folkmoot.lifecycle;

import java.util.List;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The pages of this module, which stand side by side.
@Configuration(proxyBeanMethods = false)
class LifecycleTabs {

    static final String NEWCOMERS = "/lifecycle";
    static final String CARRIERS = "/lifecycle/carriers";
    static final String LEAVING = "/lifecycle/leaving";

    @Bean
    RailItem lifecycleInTheRail() {
        return new RailItem(
                RailItem.Group.INSIGHT,
                17,
                "Lifecycle",
                "recycle",
                NEWCOMERS,
                "",
                Permission.SEE_NUMBERS);
    }

    static List<Tab> tabs(Visitor visitor, String current) {
        var home = "/c/" + visitor.community().slug();
        return List.of(
                new Tab("Finding their way in", home + NEWCOMERS, "", current.equals(NEWCOMERS)),
                new Tab("Who carries it", home + CARRIERS, "", current.equals(CARRIERS)),
                new Tab("About to leave", home + LEAVING, "", current.equals(LEAVING)));
    }
}
