package org.folkmoot.activity;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside activities and accounts.
@Configuration(proxyBeanMethods = false)
class ActivityDependants {

    @Bean
    Dependants dependantsOfTheLedger() {
        return Dependants.none()
                .activity("activity.words")
                .activity("activity.unread")
                .activity("activity.version")
                .activity("activity.tag")
                .account("activity.presence");
    }
}
