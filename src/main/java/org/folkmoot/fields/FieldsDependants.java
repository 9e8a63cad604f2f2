package org.folkmoot.fields;

import org.folkmoot.members.Dependants;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What this module keeps beside accounts and people.
@Configuration(proxyBeanMethods = false)
class FieldsDependants {

    @Bean
    Dependants dependantsOfFields() {
        return Dependants.none()
                .account("fields.rhythm")
                .account("fields.stirred")
                .account("fields.picture")
                .person("fields.entry", "put_on", "t.by <> 'import'")
                .person("fields.change");
    }
}
