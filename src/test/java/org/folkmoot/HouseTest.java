package org.folkmoot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.folkmoot.store.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/// A test in the whole running house, on a real database. All such tests share one house: each
/// makes a community of its own (see `Town`).
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Folkmoot.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"folkmoot.port=0", "folkmoot.server=true", "folkmoot.meanings=false"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.Use.class)
public @interface HouseTest {}
