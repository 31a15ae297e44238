"""All channels of the demo, told by the people who wanted them."""

from .care import CARE
from .city import CITY
from .culture import CULTURE
from .school import SCHOOL
from .service import SERVICE

CHANNELS = (*SCHOOL, *CARE, *CULTURE, *CITY, *SERVICE)
