package org.concurrencylab.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An ISBN-13 without hyphens: 978 or 979, nine digits, and a check digit (ISO 2108). Null is valid. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Isbn.Validator.class)
public @interface Isbn {

    /** The sentence that the caller reads. */
    String message() default "must be an ISBN-13: 13 digits that begin with 978 or 979, the last being the check digit";

    /** Validation groups; unused. */
    Class<?>[] groups() default {};

    /** Validation payload; unused. */
    Class<? extends Payload>[] payload() default {};

    /** Weights the digits 1 and 3 in turn; a valid ISBN-13 sums up to a multiple of ten. */
    class Validator implements ConstraintValidator<Isbn, String> {

        private static final int LENGTH = 13;

        @Override
        public boolean isValid(String isbn, ConstraintValidatorContext context) {
            return isbn == null || isIsbn13(isbn);
        }

        private static boolean isIsbn13(String isbn) {
            if (isbn.length() != LENGTH || !(isbn.startsWith("978") || isbn.startsWith("979"))) {
                return false;
            }
            int sum = 0;
            for (int i = 0; i < LENGTH; i++) {
                char digit = isbn.charAt(i);
                if (digit < '0' || digit > '9') {
                    return false;
                }
                sum += (digit - '0') * (i % 2 == 0 ? 1 : 3);
            }
            return sum % 10 == 0;
        }
    }
}
