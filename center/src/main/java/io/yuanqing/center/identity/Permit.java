package io.yuanqing.center.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a caller of this controller method needs. A method without it is open to everyone who is signed
 * in, within their data scope; every method that changes something has it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Permit {

    /** Name of the permission, {@code room.act}; a migration of the room puts it on record. */
    String value();
}
