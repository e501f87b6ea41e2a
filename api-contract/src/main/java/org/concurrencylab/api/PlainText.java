package org.concurrencylab.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that comes back as it went in: no control characters (PostgreSQL refuses NUL) and no lone surrogates (UTF-8
 * cannot carry them; a driver would store a question mark). Null is valid.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainText.Validator.class)
public @interface PlainText {

    /** The sentence that the caller reads. */
    String message() default "must hold no control characters and no broken Unicode";

    /** Validation groups; unused. */
    Class<?>[] groups() default {};

    /** Validation payload; unused. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at every code point. */
    class Validator implements ConstraintValidator<PlainText, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || text.codePoints().allMatch(Validator::isPlain);
        }

        private static boolean isPlain(int codePoint) {
            int type = Character.getType(codePoint);
            return type != Character.CONTROL && type != Character.SURROGATE;
        }
    }
}
