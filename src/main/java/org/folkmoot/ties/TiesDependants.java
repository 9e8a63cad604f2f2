package org.folkmoot.ties;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside accounts and people.
@Configuration(proxyBeanMethods = false)
class TiesDependants {

    @Bean
    Dependants dependantsOfTies() {
        return Dependants.none()
                .account("ties.meeting", "one")
                .account("ties.meeting", "other")
                .account("ties.tie", "one")
                .account("ties.tie", "other")
                .person("ties.introduction", "put_on", "t.state <> 'suggested'")
                .person("ties.introduction", "put_on_other", "t.state <> 'suggested'");
    }
}
