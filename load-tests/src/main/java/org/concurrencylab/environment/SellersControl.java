package org.concurrencylab.environment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import org.concurrencylab.api.SellerBehaviour;

/**
 * The control endpoint of the external service, wherever it runs.
 *
 * @param url of the service, without a slash at the end
 */
public record SellersControl(URI url) {

    /**
     * From now on it behaves like this.
     *
     * @throws LabFailure when it does not take it
     */
    public void behave(SellerBehaviour behaviour) {
        try (HttpProbe probe = new HttpProbe()) {
            int status = probe.put(URI.create(url + "/control"), new ObjectMapper().writeValueAsString(behaviour));
            if (status < HttpProbe.OK || status > HttpProbe.LAST_SUCCESS) {
                throw new LabFailure("The sellers at " + url + " did not take " + behaviour + ": "
                        + (status == HttpProbe.NONE ? "no answer" : "status " + status) + ".");
            }
        } catch (JsonProcessingException e) {
            throw new LabFailure("Cannot write " + behaviour + " as JSON.", e);
        }
    }
}
