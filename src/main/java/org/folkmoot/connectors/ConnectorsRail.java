package org.folkmoot.connectors;

import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The pages of this module in the rail.
@Configuration(proxyBeanMethods = false)
class ConnectorsRail {

    @Bean
    RailItem importsRailItem() {
        return new RailItem(
                RailItem.Group.SET_UP,
                20,
                "Imports",
                "file-import",
                "/imports",
                "i",
                Permission.IMPORT);
    }

    @Bean
    RailItem exportRailItem() {
        return new RailItem(
                RailItem.Group.SET_UP,
                25,
                "Export",
                "file-export",
                "/export",
                "",
                Permission.EXPORT);
    }
}
