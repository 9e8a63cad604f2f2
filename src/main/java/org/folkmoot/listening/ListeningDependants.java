package org.folkmoot.listening;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside activities.
@Configuration(proxyBeanMethods = false)
class ListeningDependants {

    @Bean
    Dependants dependantsOfListening() {
        return Dependants.none()
                .activity("listening.judged")
                .activity("listening.correction")
                .activity("listening.theme_post")
                .activity("listening.meaning");
    }
}
