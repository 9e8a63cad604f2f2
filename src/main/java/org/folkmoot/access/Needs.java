package org.folkmoot.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a handler below `/c/{slug}` or `/api/v1/communities/{slug}` asks of whoever calls it. On
/// the class it holds for all its handlers; on a method it replaces the class's.
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Permission value();
}
