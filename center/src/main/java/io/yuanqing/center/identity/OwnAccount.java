package io.yuanqing.center.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A controller by which callers look after their own account. It needs no permission, and is closed to a program's token: one
 * that leaks must not beget others, nor change the password.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface OwnAccount {

    /** Whether it is open while the password has to be changed. */
    boolean whilePasswordDue() default false;
}
